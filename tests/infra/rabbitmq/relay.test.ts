import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ConsumeMessage } from 'amqplib';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { eventOf } from '../../../src/infra/rabbitmq/eventMessage.js';
import { QueueReader } from '../../../src/infra/rabbitmq/queueReader.js';
import { within } from '../../contract/eventStore/check.js';
import { anEvent } from '../../contract/eventStore/sampleEvents.js';
import { describeServer } from '../../servers/describeServer.js';
import { TrialBus } from './trialBus.js';
import { until } from './until.js';

const SUBSCRIBERS = [
  { name: 'apples', category: 'apple' },
  { name: 'pears', category: 'pear' },
  { name: 'pearCount', category: 'pear' },
];

describeServer('rabbitmq', 'the relay', (url) => {
  let store: MemoryEventStore;
  let trial: TrialBus;

  beforeEach(async () => {
    store = new MemoryEventStore();
    trial = new TrialBus(url, store, SUBSCRIBERS);
    await trial.declare();
  });

  afterEach(async () => {
    await trial.dispose();
    await store.close();
  });

  const grown = new Map<string, number>();
  /** One append a letter: `a` an apple, `p` a pear, anything else a plum, of which nobody hears. */
  async function grow(letters: string): Promise<string> {
    const kinds: Record<string, string> = { a: 'apple', p: 'pear' };
    for (const letter of letters) {
      const stream = `${kinds[letter] ?? 'plum'}-orchard.${trial.topology.prefix}`;
      const next = grown.get(stream) ?? 0;
      await store.append(stream, next === 0 ? 'none' : next - 1, [anEvent()]);
      grown.set(stream, next + 1);
    }
    return store.head();
  }

  const confirmed = (position: string) => until(() => trial.progress.at === position);

  /** What comes to a subscriber next: `4<2` is the event at 4 after 2, `(7<4)` a heartbeat. */
  async function heardBy(subscriber: string, count: number): Promise<readonly string[]> {
    const reader = await QueueReader.open(await trial.connection.channel(), trial.topology.queueOf(subscriber));
    const heard: ConsumeMessage[] = [];
    await within(`${count} messages`, async (signal) => {
      for (let more = await reader.next(signal); more; more = await reader.next(signal)) {
        heard.push(...more);
        reader.done(more.at(-1)!);
        if (heard.length >= count) break;
      }
    });
    await reader.close();
    return heard.map(({ content, properties }) => {
      const { position, previous } = properties.headers!;
      const place = `${position}<${previous[subscriber]}`;
      return content.length === 0 ? `(${place})` : `${eventOf(content).position === position ? place : 'wrong'}`;
    });
  }

  test('sends each event to those who take it, with the one before in the same queue', async () => {
    trial.relay();
    await confirmed(await grow('apxpa'));
    expect(await heardBy('apples', 2)).toEqual(['1<0', '5<1']);
    expect(await heardBy('pears', 2)).toEqual(['2<0', '4<2']);
    expect(await heardBy('pearCount', 2)).toEqual(['2<0', '4<2']);
  });

  test('tells those who listen of events that were not for them', async () => {
    trial.relay();
    const listening = heardBy('apples', 1);
    await confirmed(await grow('xxp'));
    // On a slow machine the next heartbeat may come with the first.
    const [first, ...more] = await listening;
    expect(first).toMatch(/^\(\d<0\)$/);
    for (const heard of more) expect(heard).toMatch(/^\(\d<\d\)$/);
  });

  test('goes on from what was confirmed', async () => {
    const first = trial.relay();
    await confirmed(await grow('ap'));
    await first.stop();
    const head = await grow('aa');
    trial.relay();
    await confirmed(head);
    expect(await heardBy('apples', 3)).toEqual(['1<0', '3<2', '4<3']);
  });

  test('of a log nothing was relayed of begins at its end', async () => {
    trial.progress.at = null;
    await grow('aap');
    trial.relay();
    await confirmed('3');
    await confirmed(await grow('a'));
    expect(await heardBy('apples', 1)).toEqual(['4<3']);
  });

  test('of a log that was restored begins at its end', async () => {
    trial.progress.at = '900';
    await grow('a');
    trial.relay();
    await confirmed('1');
  });

  test('leads alone, and another takes over when it leaves', async () => {
    const first = trial.relay({ holder: 'first' });
    await until(() => trial.progress.holder === 'first');
    trial.relay({ holder: 'second' });
    await confirmed(await grow('aa'));
    expect(trial.progress.holder).toBe('first');
    await first.stop();
    await confirmed(await grow('a'));
    expect(trial.progress.holder).toBe('second');
    expect((await heardBy('apples', 3)).map((place) => place[0])).toEqual(['1', '2', '3']);
  });

  test('moves over nothing that no queue took, and sets right what is missing when it runs again', async () => {
    const channel = await trial.connection.channel();
    const { queueOf, events } = trial.topology;
    const broken = trial.relay();
    await confirmed(await grow('a'));
    for (const name of ['pears', 'pearCount']) await channel.unbindQueue(queueOf(name), events, 'pear.#');
    await grow('pa');
    await expect(broken.running).rejects.toThrow(`no queue is bound to ${events} for pear.sample-recorded`);
    expect(trial.progress.at).toBe('1');
    trial.relay();
    await confirmed('3');
    expect((await heardBy('pears', 1))[0]).toBe('2<1');
  });

  test('passes over a queue that is full, for its reader finds the rest in the log', async () => {
    await trial.dispose();
    trial = new TrialBus(url, store, SUBSCRIBERS, { mostWaiting: 20 });
    await trial.declare();
    trial.relay();
    await confirmed(await grow('p'.repeat(100)));
    const last = await grow(`${'p'.repeat(400)}a`);
    // A session that is refused ends; the next sees which queue is full.
    await until(async () => {
      const { running, stop } = trial.relay();
      const failed = await Promise.race([
        running.then(() => false).catch(() => true),
        confirmed(last).then(() => false),
      ]);
      await stop();
      return !failed;
    });
    expect((await heardBy('apples', 1))[0]).toMatch(/^501</);
    const channel = await trial.connection.channel();
    expect((await channel.checkQueue(trial.topology.queueOf('pears'))).messageCount).toBeLessThan(500);
  });

  test('fills a window many times over without losing one', async () => {
    trial.relay();
    const stream = 'apple-orchard.many';
    for (let from = 0; from < 5_000; from += 500) {
      await store.append(
        stream,
        from === 0 ? 'none' : from - 1,
        Array.from({ length: 500 }, () => anEvent()),
      );
    }
    await confirmed('5000');
    const inOrder = Array.from({ length: 5_000 }, (_, n) => `${n + 1}<${n}`);
    expect((await heardBy('apples', 5_000)).slice(0, 5_000)).toEqual(inOrder);
  });
});
