import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { describeServer, skippedFor } from '../servers/describeServer.js';
import { ownSchema, rowsOf, run } from '../servers/ownSchema.js';
import * as postgres from '../servers/postgres.mjs';
import { killAll, OrchardServer, orchard, PATIENCE_MILLIS } from './orchardProcess.js';

jest.setTimeout(3 * PATIENCE_MILLIS);

const MELON = { name: '哈密瓜', soldBy: 'piece', unitPrice: 3_000 };
const basket = { lines: [{ id: '1', sku: 'melon', quantity: 4 }] };

function environment(url: string): Record<string, string> {
  return { ORCHARD_EVENT_STORE: 'postgres', ORCHARD_TABLES: 'postgres', ORCHARD_POSTGRES_URL: url };
}

/** Asks until it is answered: a busy stream is asked again with the same key, as the problem says. */
async function insist(url: string, key: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  for (let tries = 1; ; tries++) {
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    const { code } = (await answer.json()) as { code?: string };
    if (answer.ok) return tries;
    if (code !== 'STREAM_BUSY') throw new Error(`${answer.status} ${code}`);
  }
}

describeServer('postgres', 'processes on one PostgreSQL', (url) => {
  let schema: Awaited<ReturnType<typeof ownSchema>>;
  let env: Record<string, string>;

  beforeEach(async () => {
    schema = await ownSchema(url);
    env = environment(schema.url);
  });

  afterEach(async () => {
    await killAll();
    await schema.drop();
  });

  test('that start together on an empty database write one demo shop', async () => {
    const [one, other] = await Promise.all([OrchardServer.startWith(env), OrchardServer.startWith(env)]);
    const products = await one.get('/v1/products?limit=100');
    expect(products.items.length).toBeGreaterThan(40);
    expect(await other.get('/v1/products?limit=100')).toEqual(products);
    const twice = 'SELECT command_id FROM events GROUP BY command_id, stream, type, data HAVING count(*) > 1';
    expect(await rowsOf(schema.url, twice)).toEqual([]);
    expect([await one.end('SIGTERM'), await other.end('SIGTERM')]).toEqual([0, 0]);
  });

  test('let fifty writers reprice one product at once: none is lost, none does not get through', async () => {
    const nodes = await Promise.all([
      OrchardServer.startWith(env, '--no-demo'),
      OrchardServer.startWith(env, '--no-demo'),
    ]);
    const put = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(MELON) };
    await fetch(`${nodes[0].url}/v1/products/melon`, put);
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        insist(`${nodes[n % 2]!.url}/v1/products/melon/price`, `price-${n}`, { unitPrice: 1_000 + n }),
      ),
    );
    const stored = await rowsOf(
      schema.url,
      "SELECT revision, data::json->>'unitPrice' AS price FROM events WHERE type = 'product-repriced' ORDER BY revision",
    );
    const written = [3_000, ...Array.from({ length: 50 }, (_, n) => 1_000 + n)].map(String);
    expect(stored.map(({ price }) => price).sort()).toEqual(written.sort());
    expect(Math.max(...tries)).toBeLessThanOrEqual(50);
  });

  test('read what the other wrote, price with it, and go on when one is killed', async () => {
    const one = await OrchardServer.startWith(env, '--no-demo');
    const other = await OrchardServer.startWith(env, '--no-demo');
    const put = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(MELON) };
    const { position } = (await (await fetch(`${one.url}/v1/products/melon`, put)).json()) as { position: string };
    const quote = await other.post(`/v1/quotes?min-position=${position}`, basket);
    expect(quote.pay).toBe(12_000);
    await one.end('SIGKILL');
    const repriced = await other.post('/v1/products/melon/price', { unitPrice: 2_000 });
    expect((await other.post(`/v1/quotes?min-position=${repriced.position}`, basket)).pay).toBe(8_000);
    const again = await OrchardServer.startWith(env, '--no-demo');
    expect(await again.get(`/v1/quotes/${quote.id}`)).toMatchObject({ pay: 12_000, verified: true });
  });

  test('serve on while their tables are made anew, and nothing was wrong with them', async () => {
    const server = await OrchardServer.startWith(env);
    const asking = new AbortController();
    const statuses = new Set<number>();
    const readers = (async () => {
      while (!asking.signal.aborted) statuses.add((await fetch(`${server.url}/v1/products?limit=5`)).status);
    })();
    const rebuilt = await orchard(['rebuild', '--all'], env);
    asking.abort();
    await readers;
    expect(rebuilt).toMatchObject({ code: 0, err: '' });
    expect(rebuilt.out).toMatch(/^products: \d+ events folded.*; all \d+ rows were as they should be$/m);
    expect(rebuilt.out).not.toContain('wrong');
    expect([...statuses]).toEqual([200]);
    const { views, ready } = await server.get('/readyz');
    expect(ready).toBe(true);
    expect(views.every(({ lag }: { lag: number }) => lag === 0)).toBe(true);
  });

  test('refuse tables that a newer version made, with what to do', async () => {
    expect((await orchard(['rebuild', 'products'], env)).code).toBe(0);
    await run(schema.url, "UPDATE checkpoint SET version = 99 WHERE projection = 'products'");
    const { code, err } = await orchard(['serve', '--port', '0'], env);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^orchard: the tables of products were made by a newer Orchard \(version 99.*orchard rebuild products"\n$/,
    );
  });

  test('make tables of an older version anew beside them before they serve', async () => {
    await (await OrchardServer.startWith(env)).end('SIGTERM');
    await run(schema.url, "UPDATE checkpoint SET version = 0 WHERE projection = 'products'");
    const server = await OrchardServer.startWith(env);
    expect(server.said.err).toContain('The tables of products are of version 0');
    expect((await server.get('/v1/products?limit=100')).items.length).toBeGreaterThan(40);
  });
});

describeServer('postgres', 'a PostgreSQL that starts after its Orchard', () => {
  if (!postgres.installed()) return skippedFor('postgres', "needs Debian's package: only that one can be stopped here");

  test('is waited for with words', async () => {
    const { folder, remove } = temporaryFolder();
    chmodSync(folder, 0o711);
    const data = join(folder, 'server');
    const before = await postgres.start(data);
    await before.kill();
    const starting = OrchardServer.startWith(environment(before.url), '--no-demo');
    const server = await postgres.start(data, { port: before.port });
    const ready = await starting;
    expect((await ready.get('/readyz')).ready).toBe(true);
    expect(await ready.end('SIGTERM')).toBe(0);
    await server.stop();
    remove();
  });
});
