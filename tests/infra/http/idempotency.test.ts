import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { bearer, TOKENS } from './support/callersOfEveryRole.js';
import { APPLE, FOUR_MELONS, givenTrialShop, SPEND_100_GET_20 } from './support/trialShop.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest({ parts: () => ({ tokens: TOKENS }) });
  await givenTrialShop(api);
});
afterAll(() => api.close());

const key = (value: string) => ({ 'idempotency-key': value });
const eventCount = async () => {
  const { json } = await api.ask('GET', '/v1/log?limit=1000', { headers: { accept: 'application/json' } });
  return json.events.length as number;
};

describe('An Idempotency-Key', () => {
  test('makes a write that is sent twenty times at once happen once, and every sender reads the same', async () => {
    const before = await eventCount();
    const asked = { body: FOUR_MELONS, headers: key('twenty') };
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.ask('POST', '/v1/quotes', asked)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(19);
    expect(await eventCount()).toBe(before + 1);
  });

  test('gives the first answer again even when the thing has changed since', async () => {
    const asked = { body: { ...APPLE, unitPrice: 1_111 }, headers: key('price-1') };
    const first = await api.ask('PUT', '/v1/products/apple', asked);
    await api.ask('POST', '/v1/products/apple/price', { body: { unitPrice: 2_222 } });
    const again = await api.ask('PUT', '/v1/products/apple', asked);
    expect(again.text).toBe(first.text);
    expect(again.json.unitPrice).toBe(1_111);
  });

  test('answers a revision again although its If-Match is stale by then', async () => {
    await api.ask('POST', '/v1/promotions', { body: { promotion: 'retried', terms: SPEND_100_GET_20 } });
    const asked = {
      body: { terms: { ...SPEND_100_GET_20, name: '新' } },
      headers: { ...key('revise-1'), 'if-match': '"0"' },
    };
    const first = await api.ask('PUT', '/v1/promotions/retried', asked);
    expect(first.status).toBe(200);
    expect((await api.ask('PUT', '/v1/promotions/retried', asked)).text).toBe(first.text);
  });

  test('used for another request is refused', async () => {
    await api.ask('POST', '/v1/products/melon/price', { body: { unitPrice: 3_100 }, headers: key('reused') });
    const otherBody = await api.ask('POST', '/v1/products/melon/price', {
      body: { unitPrice: 3_200 },
      headers: key('reused'),
    });
    const otherRoute = await api.ask('POST', '/v1/products/melon/floor', {
      body: { floorPrice: 100 },
      headers: key('reused'),
    });
    for (const { status, json } of [otherBody, otherRoute]) {
      expect([status, json.code]).toEqual([422, 'COMMAND_ID_REUSED']);
    }
  });

  test('is the caller’s own: the same key of another caller is another', async () => {
    const asked = { body: FOUR_MELONS };
    const mine = await api.ask('POST', '/v1/quotes', { ...asked, headers: key('shared') });
    const theirs = await api.ask('POST', '/v1/quotes', {
      ...asked,
      headers: { ...key('shared'), ...bearer('operator') },
    });
    expect(theirs.json.id).not.toBe(mine.json.id);
  });

  test('is not remembered for a refusal', async () => {
    const asked = { body: { reason: '早' }, headers: key('too-early') };
    expect((await api.ask('POST', '/v1/promotions/not_yet/publish', asked)).status).toBe(404);
    await api.ask('POST', '/v1/promotions', { body: { promotion: 'not_yet', terms: SPEND_100_GET_20 } });
    expect((await api.ask('POST', '/v1/promotions/not_yet/publish', asked)).status).toBe(200);
  });

  test('of another form is refused', async () => {
    for (const value of ['', 'with space', 'x'.repeat(81)]) {
      const { status, json } = await api.ask('POST', '/v1/quotes', { body: FOUR_MELONS, headers: key(value) });
      expect([status, json.code, json.errors[0].pointer]).toEqual([400, 'HEADER_INVALID', '/Idempotency-Key']);
    }
  });
});

describe('X-Request-Id', () => {
  test('comes back and is kept as the correlation of what was recorded', async () => {
    const asked = { body: { tier: 'gold' }, headers: { 'x-request-id': 'shop/4711' } };
    const { headers, json } = await api.ask('PUT', '/v1/customers/traced', asked);
    expect(headers.get('x-request-id')).toBe('shop/4711');
    const events = await api.ask('GET', `/v1/log?after=${Number(json.position) - 1}&limit=1`);
    expect(JSON.parse(events.text)).toMatchObject({ position: json.position, correlation: 'shop/4711' });
  });

  test('that cannot be kept is replaced by one that can', async () => {
    const { headers } = await api.ask('GET', '/livez', { headers: { 'x-request-id': 'a b "c"' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('A dry run', () => {
  const head = () => api.orchard.store.head();

  test('answers what would come of a write, and records nothing', async () => {
    const before = await head();
    const tried = await api.ask('PUT', '/v1/products/tried?dry-run=true', { body: APPLE });
    expect([tried.status, tried.headers.get('orchard-dry-run'), tried.headers.get('location')]).toEqual([
      200,
      'true',
      null,
    ]);
    expect(tried.json).toMatchObject({ sku: 'tried', unitPrice: 1_280, changed: true });
    expect(await head()).toBe(before);
    expect((await api.ask('GET', '/v1/products/tried')).status).toBe(404);
  });

  test('refuses what the write would refuse', async () => {
    const other = { body: { ...APPLE, soldBy: 'piece' } };
    expect((await api.ask('PUT', '/v1/products/apple?dry-run=true', other)).json.code).toBe('SALE_UNIT_FIXED');
    const terms = { ...SPEND_100_GET_20, name: '又' };
    const again = { body: { promotion: 'autumn', terms } };
    expect((await api.ask('POST', '/v1/promotions?dry-run=true', again)).json.code).toBe('PROMOTION_EXISTS');
  });
});
