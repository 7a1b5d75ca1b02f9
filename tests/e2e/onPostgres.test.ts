import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { describeServer } from '../servers/describeServer.js';
import { freePort } from '../servers/freePort.mjs';
import { ownSchema, run } from '../servers/ownSchema.js';
import { killAll, OrchardServer, orchard, PATIENCE_MILLIS } from './orchardProcess.js';

jest.setTimeout(2 * PATIENCE_MILLIS);

const basket = { lines: [{ line: '1', sku: 'fuji', pieces: 2 }] };

function environment(url: string): Record<string, string> {
  return { ORCHARD_EVENT_STORE: 'postgres', ORCHARD_TABLES: 'postgres', ORCHARD_POSTGRES_URL: url };
}

describeServer('postgres', 'processes on one PostgreSQL', (url) => {
  let schema: Awaited<ReturnType<typeof ownSchema>>;
  let env: Record<string, string>;
  beforeAll(async () => {
    schema = await ownSchema(url);
    env = environment(schema.url);
  });

  afterEach(killAll);
  afterAll(() => schema.drop());

  test('that start together on an empty database write one demo shop and see what the other does', async () => {
    const [one, other] = await Promise.all([OrchardServer.startWith(env), OrchardServer.startWith(env)]);
    const { items } = await other.get('/v1/products?limit=200');
    expect(items.length).toBeGreaterThan(40);
    const sku: string = items[0].sku;

    const writers = Array.from({ length: 50 }, async (_, n) => {
      const server = n % 2 ? one : other;
      return fetch(`${server.url}/v1/products/${sku}/price`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'idempotency-key': `price-${n}` },
        body: JSON.stringify({ unitPrice: 1_000 + n }),
      });
    });
    const answers = await Promise.all(writers);
    console.log(answers.map((a) => a.status).join(), await answers[0]!.text());
    await Promise.all([one.end('SIGTERM'), other.end('SIGTERM')]);
  });
});
