import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { GetMessage } from 'amqplib';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { QueueReader } from '../../../src/infra/rabbitmq/queueReader.js';
import { within } from '../../contract/eventStore/check.js';
import { describeServer } from '../../servers/describeServer.js';
import { TrialBus } from './trialBus.js';
import { until } from './until.js';

describeServer('rabbitmq', 'dead letters', (url) => {
  const store = new MemoryEventStore();
  let trial: TrialBus;

  beforeEach(async () => {
    trial = new TrialBus(
      url,
      store,
      ['a', 'b'].map((name) => ({ name, category: name })),
    );
    await trial.declare();
  });

  afterEach(() => trial.dispose());

  /** Puts what waits in a queue aside. */
  async function put(subscriber: string, content: string, messageId: string, reason = 'cannot be read'): Promise<void> {
    const message = { content: Buffer.from(content), fields: {}, properties: { messageId, headers: { kept: 'yes' } } };
    await trial.deadLetters.put(trial.topology.queueOf(subscriber), message as unknown as GetMessage, reason);
  }

  const listed = async () =>
    (await trial.deadLetters.list({ limit: 10 })).map(({ queue, messageId, reason }) => [
      queue.split('.').at(-1),
      messageId,
      reason,
    ]);

  const waiting = async (subscriber: string) =>
    (await (await trial.connection.channel()).checkQueue(trial.topology.queueOf(subscriber))).messageCount;

  async function read(subscriber: string) {
    const reader = await QueueReader.open(await trial.connection.channel(), trial.topology.queueOf(subscriber));
    return within('a message', async (signal) => (await reader.next(signal))![0]!);
  }

  test('are listed with where they waited and why, as often as one likes', async () => {
    await put('a', '{', 'm-1', 'no JSON');
    await put('b', '[', 'm-2', 'no event');
    for (let time = 0; time < 3; time++) {
      await until(async () => (await listed()).length === 2);
      expect(await listed()).toEqual([
        ['a', 'm-1', 'no JSON'],
        ['b', 'm-2', 'no event'],
      ]);
    }
  });

  test('are sent again to where they waited, as they were, and are gone from here', async () => {
    await put('a', '{', 'm-1');
    await put('b', '[', 'm-2');
    const replayed = await trial.deadLetters.replay({ limit: 10, messageId: 'm-1' });
    expect(replayed.map(({ messageId }) => messageId)).toEqual(['m-1']);
    const message = await read('a');
    expect(message.content.toString()).toBe('{');
    expect(message.properties.headers).toEqual({ kept: 'yes', 'x-delivery-count': 0 });
    await until(async () => (await listed()).length === 1);
  });

  test('are dropped by queue', async () => {
    await put('a', '{', 'm-1');
    await put('b', '[', 'm-2');
    await trial.deadLetters.drop({ limit: 10, queue: trial.topology.queueOf('b') });
    await until(async () => (await listed()).length === 1);
    expect((await listed())[0]?.[1]).toBe('m-1');
    expect(await waiting('b')).toBe(0);
  });

  test('of a queue that is not ours stay where they are', async () => {
    await trial.deadLetters.put(
      'elsewhere',
      { content: Buffer.from('x'), fields: {}, properties: {} } as unknown as GetMessage,
      'r',
    );
    expect(await trial.deadLetters.replay({ limit: 10 })).toEqual([]);
    await until(async () => (await listed()).length === 1);
  });

  test('come too from a reader that was taken down too often', async () => {
    const queue = trial.topology.queueOf('a');
    const publisher = await trial.connection.confirmChannel();
    publisher.sendToQueue(queue, Buffer.from('deadly'), { messageId: 'm-9' });
    await publisher.waitForConfirms();
    const channel = await trial.connection.channel();
    await channel.consume(queue, (message) => message && channel.nack(message, false, true));
    await until(async () => (await listed()).length === 1);
    expect(await listed()).toEqual([['a', 'm-9', 'RabbitMQ: delivery_limit']]);
  });
});
