import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ConfirmChannel, Options } from 'amqplib';
import fc from 'fast-check';
import { START, type StoredEvent } from '../../../src/commands/eventStore.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { eventContent } from '../../../src/infra/rabbitmq/eventMessage.js';
import { HEARTBEAT, placeHeaders } from '../../../src/infra/rabbitmq/place.js';
import { takeUntil } from '../../contract/eventBus/check.js';
import { within } from '../../contract/eventStore/check.js';
import { anEvent } from '../../contract/eventStore/sampleEvents.js';
import { describeServer } from '../../servers/describeServer.js';
import { TrialBus } from './trialBus.js';

describeServer('rabbitmq', 'a subscriber', (url) => {
  let store: MemoryEventStore;
  let trial: TrialBus;
  let channel: ConfirmChannel;
  let log: readonly StoredEvent[];

  beforeEach(async () => {
    store = new MemoryEventStore();
    trial = new TrialBus(url, store, [{ name: 'lamps', category: 'lamp' }]);
    await trial.declare();
    channel = await trial.connection.confirmChannel();
    for (let n = 0; n < 60; n++)
      await store.append(`lamp-orchard.l${n % 7}`, n < 7 ? 'none' : ((n / 7) | 0) - 1, [anEvent()]);
    log = await store.readAll(START, 1_000);
  });

  afterEach(async () => {
    await trial.dispose();
    await store.close();
  });

  const send = (content: Buffer, options: Options.Publish = {}) =>
    channel.sendToQueue(trial.topology.queueOf('lamps'), content, options);

  /** As the relay would send it. */
  function sendEvent(event: StoredEvent, given: Options.Publish = {}): void {
    const previous = String(Number(event.position) - 1);
    send(eventContent(event), {
      type: event.type,
      headers: placeHeaders(event.position, { lamps: previous }),
      ...given,
    });
  }

  async function taken(until = '60') {
    await channel.waitForConfirms();
    const under = { bus: trial.bus('lamps'), store, category: 'lamp' };
    return within('events', (signal) => takeUntil(under, START, until, signal));
  }

  test('takes what comes often and in any order once and in order', async () => {
    const deliveries = fc.sample(fc.array(fc.nat({ max: 59 }), { minLength: 200, maxLength: 200 }), 1)[0]!;
    for (const n of [...deliveries, 59]) sendEvent(log[n]!);
    expect((await taken()).events).toEqual(log);
  });

  test('reads from the log what a message or a heartbeat shows to be missing', async () => {
    sendEvent(log[0]!);
    sendEvent(log[20]!);
    send(Buffer.alloc(0), { type: HEARTBEAT, headers: placeHeaders('60', { lamps: '58' }) });
    expect(await taken()).toEqual({ events: log, position: '60' });
  });

  const poison: Record<string, () => void> = {
    'no bytes': () => send(Buffer.alloc(0)),
    'bytes of any kind': () => send(Buffer.from([0, 255, 254, 1])),
    'an event without a place': () => send(eventContent(log[3]!), { type: 'x' }),
    'a place for another subscriber': () => sendEvent(log[3]!, { headers: placeHeaders('4', { others: '3' }) }),
    'a place that is not its event’s': () => sendEvent(log[3]!, { headers: placeHeaders('5', { lamps: '3' }) }),
    'a position the log has not reached': () =>
      send(Buffer.alloc(0), { type: HEARTBEAT, headers: placeHeaders('61', { lamps: '0' }) }),
    'headers as large as they can be': () => send(Buffer.from('{'), { headers: { long: 'x'.repeat(60_000) } }),
    'a place that is an object’s own': () =>
      sendEvent(log[3]!, { headers: { position: '4', previous: 'constructor' } }),
  };

  test('puts aside exactly what cannot be read, with a reason, and takes its event from the log', async () => {
    const sent = Object.entries(poison);
    for (const [n, event] of log.entries()) {
      if (n === 3) for (const [, spoil] of sent) spoil();
      if (n !== 3) sendEvent(event);
    }
    expect((await taken()).events).toEqual(log);
    const letters = await trial.deadLetters.list({ limit: 100 });
    expect(letters.map(({ queue }) => queue)).toEqual(sent.map(() => trial.topology.queueOf('lamps')));
    for (const { reason } of letters) expect(reason).toMatch(/\w+ \w+/);
  });

  test('finds nothing left over once it has taken everything', async () => {
    for (const event of log) sendEvent(event);
    await taken();
    sendEvent(log[59]!);
    const under = { bus: trial.bus('lamps'), store, category: 'lamp' };
    await store.append('lamp-orchard.new', 'none', [anEvent()]);
    const [last] = await store.readAll('60', 1);
    sendEvent(last!);
    const again = await within('the last', (signal) => takeUntil(under, '60', '61', signal));
    expect(again.events).toEqual([last]);
  });

  test('is told when its queue is taken away', async () => {
    const reading = within('a failure', async (signal) => {
      for await (const _ of trial.bus('lamps').subscribe(START, signal))
        await channel.deleteQueue(trial.topology.queueOf('lamps'));
    });
    sendEvent(log[0]!);
    await expect(reading).rejects.toThrow('RabbitMQ ended reading');
  });
});
