import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { GetMessage } from 'amqplib';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { DeadLetters } from '../../../src/infra/rabbitmq/deadLetters.js';
import { SharedConnection } from '../../../src/infra/rabbitmq/sharedConnection.js';
import { declareTopology, type Topology, topologyOf } from '../../../src/infra/rabbitmq/topology.js';
import { describeServer } from '../../servers/describeServer.js';
import { removeTopology } from '../rabbitmq/removeTopology.js';
import { until } from '../rabbitmq/until.js';
import { CapturedTerminal } from './capturedTerminal.js';

async function deadLetters(env: Record<string, string>, ...args: string[]) {
  const terminal = new CapturedTerminal(env);
  const code = await runOrchard(['dead-letters', ...args], doors('test'), terminal);
  return { code, printed: terminal.printed, complained: terminal.complained };
}

describe('orchard dead-letters', () => {
  test('where there is no such bus says what to set', async () => {
    const { code, complained } = await deadLetters({}, 'list');
    expect([code, complained]).toEqual([2, expect.stringContaining('set ORCHARD_BUS=rabbitmq')]);
  });

  const rabbitmq = { ORCHARD_BUS: 'rabbitmq', ORCHARD_RABBITMQ_URL: 'amqp://127.0.0.1:1' };

  test('whose bus does not answer says so', async () => {
    const { code, complained } = await deadLetters(rabbitmq, 'list');
    expect([code, complained]).toEqual([1, expect.stringContaining('RabbitMQ cannot be reached at 127.0.0.1:1')]);
  });

  test.each([
    [['burn'], 'type list, replay, drop'],
    [['drop'], 'Say which to drop: --queue, --message or --all.'],
    [['list', '--limit', 'few'], '--limit takes a number'],
  ])('%j is not understood', async (args, words) => {
    const { code, complained } = await deadLetters(rabbitmq, ...args);
    expect([code, complained]).toEqual([2, expect.stringContaining(words)]);
  });
});

describeServer('rabbitmq', 'orchard dead-letters on RabbitMQ', (url) => {
  let connection: SharedConnection;
  let topology: Topology;
  let env: Record<string, string>;

  beforeEach(async () => {
    connection = new SharedConnection(url, 'test');
    topology = topologyOf([{ name: 'orders', category: 'order' }], { prefix: `test-${randomUUID()}` });
    env = { ORCHARD_BUS: 'rabbitmq', ORCHARD_RABBITMQ_URL: url, ORCHARD_RABBITMQ_PREFIX: topology.prefix };
    await declareTopology(await connection.channel(), topology);
  });

  afterEach(async () => {
    await removeTopology(await connection.channel(), topology.prefix);
    await connection.close();
  });

  test('lists what was put aside, with nothing in it that steers a terminal, and drops it', async () => {
    const message = { content: Buffer.from('{'), fields: {}, properties: { messageId: 'm-1\u001b[2J' } };
    const letters = new DeadLetters(connection, topology);
    await letters.put(topology.queueOf('orders'), message as unknown as GetMessage, 'is no JSON');
    await until(async () => (await letters.list({ limit: 9 })).length === 1);
    const { code, printed } = await deadLetters(env, 'list');
    expect(code).toBe(0);
    expect(printed.split('\n')).toEqual([
      expect.stringMatching(/^queue +message +bytes +why$/),
      expect.stringMatching(/\.projection\.orders +m-1\?\[2J +1 +is no JSON$/),
      '',
      '1 dead letter listed',
      '',
    ]);
    expect((await deadLetters(env, 'drop', '--all')).printed).toContain('1 dead letter dropped');
    expect((await deadLetters(env, 'list')).printed).toBe('0 dead letters listed\n');
  });
});
