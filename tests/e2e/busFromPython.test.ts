import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { connect } from 'amqplib';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { removeQueues } from '../infra/rabbitmq/removeQueues.js';
import { until } from '../infra/rabbitmq/until.js';
import { describeServer, skippedFor } from '../servers/describeServer.js';
import { killAll, OrchardServer, PATIENCE_MILLIS } from './orchardProcess.js';
import { runExample, startExample, withoutPika } from './pythonProcess.js';

jest.setTimeout(3 * PATIENCE_MILLIS);

describeServer('rabbitmq', 'the examples in Python', (rabbitmq) => {
  const missing = withoutPika();
  if (missing) return skippedFor('rabbitmq', missing);

  let folder: ReturnType<typeof temporaryFolder>;
  let prefix: string;
  let server: OrchardServer;
  let env: Record<string, string>;

  beforeEach(async () => {
    folder = temporaryFolder();
    prefix = `test-${randomUUID()}`;
    env = { AMQP_URL: rabbitmq, ORCHARD_PREFIX: prefix, QUEUE: `${prefix}.counts` };
    server = await start();
  });
  afterEach(async () => {
    await killAll();
    const connection = await connect(rabbitmq);
    await (await connection.createChannel()).deleteQueue(env['QUEUE']!);
    await connection.close();
    await removeQueues(rabbitmq, prefix);
    folder.remove();
  });

  const start = () =>
    OrchardServer.startWith({
      ORCHARD_DATA_DIR: join(folder.folder, 'data'),
      ORCHARD_BUS: 'rabbitmq',
      ORCHARD_RABBITMQ_URL: rabbitmq,
      ORCHARD_RABBITMQ_PREFIX: prefix,
    });
  const relayed = () => until(async () => (await server.get('/readyz')).relay?.positions === 0);
  const takesCommands = () =>
    until(async () => {
      const connection = await connect(rabbitmq);
      connection.on('error', () => {});
      const channel = await connection.createChannel();
      channel.on('error', () => {});
      const consumers = await channel.checkQueue(`${prefix}.commands`).then(
        ({ consumerCount }) => consumerCount,
        () => 0,
      );
      await connection.close();
      return consumers > 0;
    });

  test('ask for a price and place the order, once for one key', async () => {
    await takesCommands();
    const once = await runExample('price_over_rabbitmq.py', ['key-1', 'cuixiang_kiwi=6'], env);
    expect(once).toMatchObject({ code: 0, said: { status: 'placed', pay: expect.any(Number) } });
    expect(await runExample('price_over_rabbitmq.py', ['key-1', 'cuixiang_kiwi=6'], env)).toEqual(once);
    // The table is folded a moment after the answer.
    await until(async () => (await server.get(`/v1/orders/${once.said.order}`)).pay !== undefined);
    const over = await server.get(`/v1/orders/${once.said.order}`);
    expect([over.quote, over.pay]).toEqual([once.said.quote, once.said.pay]);
    const refused = await runExample('price_over_rabbitmq.py', ['key-2', 'durian_of_gold=1'], env);
    expect(refused).toMatchObject({ code: 1, said: { code: 'BASKET_INVALID' } });
  });

  test('count every event once, though reader and Orchard are killed again and again', async () => {
    const file = join(folder.folder, 'counts.sqlite');
    await relayed();
    const before = (await feed('0')).position;
    let reader = await startExample('count_events.py', [file], env);
    for (let round = 0; round < 6; round++) {
      for (let n = 0; n < 20; n++) await list(`sku_${round}_${n}`);
      await reader.kill();
      if (round === 3) {
        await server.end('SIGKILL');
        server = await start();
      }
      reader = await startExample('count_events.py', [file], env);
    }
    await relayed();
    const { events, position } = await feed(before);
    const last = events.at(-1)!.position;
    await until(() => checkpointIn(file) === last);
    await reader.kill();
    expect(countsIn(file)).toEqual(countsOf(events));
    expect(events.length).toBeGreaterThanOrEqual(120);
    expect(Number(position)).toBeGreaterThanOrEqual(Number(last));
  });

  async function list(sku: string): Promise<void> {
    const body = JSON.stringify({ name: '猕猴桃', soldBy: 'piece', unitPrice: 300 });
    const headers = { 'content-type': 'application/json' };
    const { ok } = await fetch(`${server.url}/v1/products/${sku}`, { method: 'PUT', headers, body });
    expect(ok).toBe(true);
  }

  async function feed(after: string) {
    const events: { type: string; position: string }[] = [];
    for (let from = after; ; ) {
      const answer = await fetch(`${server.url}/v1/events?after=${from}&limit=1000`, {
        headers: { accept: 'application/json' },
      });
      const { events: more } = (await answer.json()) as { events: typeof events };
      const position = answer.headers.get('orchard-position')!;
      if (more.length === 0) return { events, position };
      events.push(...more);
      from = position;
    }
  }
});

function countsOf(events: readonly { type: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

function countsIn(file: string): Record<string, number> {
  return Object.fromEntries(rows(file, 'SELECT type, events FROM counts'));
}

function checkpointIn(file: string): string {
  return String(rows(file, 'SELECT position FROM checkpoint')[0]![0]);
}

// biome-ignore lint/suspicious/noExplicitAny: what Python's own SQLite says
function rows(file: string, statement: string): any[] {
  const script =
    'import json,sqlite3,sys;print(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))';
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', script, file, statement], { encoding: 'utf8' }));
}
