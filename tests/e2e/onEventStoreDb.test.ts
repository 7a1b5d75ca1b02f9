import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { EventStoreStandIn } from '../servers/eventStoreStandIn/eventStoreStandIn.js';
import { killAll, OrchardServer, orchard, PATIENCE_MILLIS } from './orchardProcess.js';

jest.setTimeout(2 * PATIENCE_MILLIS);

const basket = { quote: 'q1', customer: 'ann', lines: [{ id: '1', sku: 'melon', quantity: 4 }] };
const promotion = {
  promotion: 'a',
  terms: {
    name: '满100减20',
    kind: 'spend-threshold',
    benefit: { ladder: [{ from: 10_000, amountOff: 2_000 }] },
    scope: { store: true },
  },
};

/** Serves on the log at a URL, with tables in a folder of its own. */
function servesFrom(urlOf: () => string) {
  const folders: ReturnType<typeof temporaryFolder>[] = [];
  const start = () => {
    const own = temporaryFolder();
    folders.push(own);
    const env = { ORCHARD_EVENT_STORE: 'eventstoredb', ORCHARD_EVENTSTOREDB_URL: urlOf(), ORCHARD_DEMO: 'off' };
    return OrchardServer.startWith(env, '--data-dir', own.folder);
  };
  afterEach(async () => {
    await killAll();
    for (const { remove } of folders.splice(0)) remove();
  });

  test('a quote and an order outlive the process and its tables', async () => {
    const server = await start();
    expect(server.said.out).toContain('EventStoreDB 127.0.0.1:');
    await put(`${server.url}/v1/products/melon`, { name: '哈密瓜', soldBy: 'piece', unitPrice: 3_000 });
    await put(`${server.url}/v1/customers/ann`, {});
    await server.post('/v1/promotions', promotion);
    const { position } = await server.post('/v1/promotions/a/publish', { reason: '开始' });
    const quote = await server.post(`/v1/quotes?min-position=${position}`, basket);
    expect(quote).toMatchObject({ pay: 10_000 });
    const order = await server.post('/v1/orders', { order: 'o1', quote: 'q1', customer: 'ann' });
    expect(order).toMatchObject({ status: 'placed', pay: 10_000 });
    const paid = await server.post('/v1/orders/o1/pay', {});
    expect(paid).toMatchObject({ status: 'paid' });
    await server.end('SIGKILL');

    const next = await start();
    expect(await next.get(`/v1/orders/o1?min-position=${paid.position}`)).toMatchObject({
      status: 'paid',
      pay: 10_000,
    });
    expect(await next.get('/v1/quotes/q1')).toMatchObject({ pay: 10_000, verified: true });
    expect((await next.get('/readyz')).views.every(({ lag }: { lag: number }) => lag === 0)).toBe(true);
    expect(await next.end('SIGTERM')).toBe(0);
  });
}

describe('Orchard with its log on a stand-in of EventStoreDB', () => {
  let standIn: EventStoreStandIn;
  beforeAll(async () => {
    standIn = await EventStoreStandIn.start();
  });
  afterAll(() => standIn.stop());

  servesFrom(() => standIn.url);

  test('a server that cannot be used is said with words, and what to mend', async () => {
    const { folder, remove } = temporaryFolder();
    const withTls = standIn.url.replace('?tls=false', '');
    const env = { ORCHARD_EVENT_STORE: 'eventstoredb', ORCHARD_EVENTSTOREDB_URL: withTls };
    const { code, err } = await orchard(['serve', '--port', '0', '--data-dir', folder], env);
    expect([code === 0, err]).toEqual([false, expect.stringContaining('it speaks without TLS: add ?tls=false')]);
    expect(err).not.toContain('    at ');
    remove();
  });
});

// A log is one Orchard's: it cannot be the one where other suites write events of types that Orchard does not know.
const empty = process.env['ORCHARD_TEST_EVENTSTOREDB_EMPTY'];
const onReal = empty === undefined ? describe.skip : describe;
onReal('Orchard with its log on a real EventStoreDB (ORCHARD_TEST_EVENTSTOREDB_EMPTY: one without events)', () => {
  servesFrom(() => empty!);
});

async function put(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) })).ok).toBe(true);
}
