import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { FOUR_MELONS, givenTrialShop, MELON } from './support/trialShop.js';

let api: ApiUnderTest;
/** Positions by what they are the end of. */
const after: Record<string, string> = {};

/** The instant at which the quote was given; a price that holds from then on is recorded later. */
let quoted: string;

beforeAll(async () => {
  api = await apiUnderTest();
  after['opening'] = await givenTrialShop(api);
  const did = async (name: string, method: string, path: string, body: object, headers = {}) => {
    const { json, status } = await api.ask(method, path, { body, headers });
    expect([name, status < 300 ? 'done' : json]).toEqual([name, 'done']);
    after[name] = json.position;
  };
  quoted = new Date().toISOString();
  await did('quote', 'POST', '/v1/quotes', { quote: 'q_1', ...FOUR_MELONS, customer: 'ann' });
  await did('order', 'POST', '/v1/orders', { order: 'o_1', quote: 'q_1', customer: 'ann' });
  await did('paying', 'POST', '/v1/orders/o_1/pay', { payment: 'pay_1', amount: 10_000 });
  await did('pause', 'POST', '/v1/promotions/autumn/pause', { reason: '盘点' });
  await did('repricing', 'POST', '/v1/products/melon/price', { unitPrice: 2_000, effectiveFrom: quoted });
  await did('tier', 'POST', '/v1/customers/ann/tier', { tier: 'silver' });
  await did('later product', 'PUT', '/v1/products/pear', { ...MELON, name: '梨' });
  await did('policies', 'PUT', '/v1/shop/policies', { policies: { partGift: true }, reason: '试' });
});
afterAll(() => api.close());

const get = async (path: string) => (await api.ask('GET', path)).json;
const since = (name: string) => `as-of=position:${after[name]}`;

describe('A read as of a position', () => {
  test('shows a promotion, a product and a customer as they were', async () => {
    expect(await get(`/v1/promotions/autumn?${since('opening')}`)).toMatchObject({
      status: 'published',
      inForce: true,
    });
    expect(await get(`/v1/promotions/autumn?${since('pause')}`)).toMatchObject({ status: 'paused', inForce: false });
    expect(await get(`/v1/products/melon?${since('pause')}`)).toMatchObject({ unitPrice: 3_000 });
    expect(await get(`/v1/products/melon?${since('repricing')}`)).toMatchObject({ unitPrice: 2_000 });
    expect(await get(`/v1/customers/ann?${since('repricing')}`)).toMatchObject({ tier: 'gold' });
    expect(await get(`/v1/customers/ann?${since('tier')}`)).toMatchObject({ tier: 'silver' });
    expect(await get(`/v1/shop/policies?${since('tier')}`)).toMatchObject({ revision: null, decided: {} });
  });

  test('says which position it shows', async () => {
    const { headers } = await api.ask('GET', `/v1/promotions?${since('opening')}`);
    expect(headers.get('orchard-position')).toBe(after['opening']);
  });

  test('lists what was there, filtered by what it was', async () => {
    const ids = async (query: string) =>
      (await get(`/v1/promotions?${query}`)).items.map(({ id }: { id: string }) => id);
    expect(await ids(`status=published&${since('opening')}`)).toEqual(['autumn']);
    expect(await ids(`status=published&${since('pause')}`)).toEqual([]);
    expect(await ids(`status=paused&kind=spend-threshold&${since('pause')}`)).toEqual(['autumn']);
    expect(await ids('as-of=position:1')).toEqual([]);
    const products = (await get(`/v1/products?${since('tier')}`)).items.map(({ sku }: { sku: string }) => sku);
    expect(products).toEqual(['apple', 'melon']);
  });

  test('knows of orders and quotes what was known, and what was not there yet is unknown', async () => {
    expect(await get(`/v1/orders/o_1?${since('order')}`)).toMatchObject({ status: 'placed', payment: null });
    expect(await get(`/v1/orders/o_1?${since('paying')}`)).toMatchObject({ payment: 'pay_1' });
    expect((await get(`/v1/orders?customer=ann&${since('quote')}`)).items).toEqual([]);
    expect((await get(`/v1/quotes?customer=ann&${since('quote')}`)).items).toMatchObject([{ id: 'q_1', order: null }]);
    expect((await get(`/v1/quotes?customer=ann&${since('order')}`)).items).toMatchObject([{ order: 'o_1' }]);
    for (const path of ['promotions/autumn', 'products/melon', 'orders/o_1', 'quotes/q_1']) {
      const { status, json } = await api.ask('GET', `/v1/${path}?as-of=position:1`);
      expect([path, status, json.code]).toEqual([path, 404, expect.stringMatching(/_UNKNOWN$/)]);
    }
  });

  test('tells histories up to then', async () => {
    const happened = async (query: string) =>
      (await get(`/v1/promotions/autumn/history?${query}`)).items.map((one: { happened: string[] }) => one.happened[0]);
    expect(await happened(since('opening'))).toEqual(['promotion-drafted', 'promotion-published']);
    expect((await happened(since('pause'))).at(-1)).toBe('promotion-paused');
    expect((await get(`/v1/shop/policies/history?${since('tier')}`)).items).toEqual([]);
  });
});

describe('What was true then', () => {
  test('is told by all that is known now, and by what was known at a position', async () => {
    const summer = 'effective-at=2025-07-01T00:00:00.000Z';
    const { status } = await api.ask('GET', `/v1/promotions/autumn?${summer}`);
    expect(status).toBe(404);
    expect((await get(`/v1/promotions?${summer}`)).items).toEqual([]);
    const then = `effective-at=${quoted}`;
    expect(await get(`/v1/products/melon?${then}`)).toMatchObject({ unitPrice: 2_000 });
    expect(await get(`/v1/products/melon?${then}&${since('pause')}`)).toMatchObject({ unitPrice: 3_000 });
    expect(await get(`/v1/promotions/autumn?${then}`)).toMatchObject({ status: 'published', inForce: true });
  });

  test('is nothing that is asked of orders: they have one time', async () => {
    expect(await api.ask('GET', '/v1/orders/o_1?effective-at=2025-07-01T00:00:00Z')).toMatchObject({ status: 400 });
  });
});

describe('A preview as of a position', () => {
  const pay = async (more: object) => {
    const { json } = await api.ask('POST', '/v1/previews', { body: { ...FOUR_MELONS, customer: 'ann', ...more } });
    return json.variants?.[0].pay ?? json.code;
  };

  test('costs what the basket cost', async () => {
    expect(await pay({ asOf: `position:${after['quote']}` })).toBe(10_000);
    expect(await pay({ asOf: `position:${after['pause']}` })).toBe(12_000);
    expect(await pay({ asOf: `position:${after['repricing']}` })).toBe(8_000);
  });

  test('at an earlier instant costs what was known of it', async () => {
    expect(await pay({ asOf: `position:${after['pause']}`, at: quoted })).toBe(10_000);
    expect(await pay({ asOf: `position:${after['repricing']}`, at: quoted })).toBe(8_000);
    expect(await pay({ at: quoted })).toBe(8_000);
  });

  test('refuses a basket and a customer that were not known', async () => {
    expect(await pay({ asOf: 'position:1' })).toBe('CUSTOMER_UNKNOWN');
    expect(await pay({ asOf: 'position:1', customer: undefined })).toBe('BASKET_INVALID');
  });
});

describe('A past that cannot be', () => {
  test.each([
    ['as-of=position:0', 400, 'AS_OF_TOO_EARLY'],
    ['as-of=2020-01-01T00:00:00Z', 400, 'AS_OF_TOO_EARLY'],
    ['as-of=position:999999', 400, 'AS_OF_TOO_LATE'],
    ['as-of=2999-01-01T00:00:00Z', 400, 'AS_OF_TOO_LATE'],
    ['as-of=2026-11-22T10:00:00+08:00', 400, 'QUERY_INVALID'],
    ['as-of=yesterday', 400, 'QUERY_INVALID'],
    ['effective-at=yesterday', 400, 'QUERY_INVALID'],
  ])('%s is refused', async (query, status, code) => {
    for (const path of ['/v1/promotions', '/v1/promotions/autumn', '/v1/products', '/v1/customers/ann']) {
      const answer = await api.ask('GET', `${path}?${query}`);
      expect([answer.status, answer.json.code]).toEqual([status, code]);
    }
  });

  test('of a preview is refused alike', async () => {
    const asked = async (asOf: string) =>
      (await api.ask('POST', '/v1/previews', { body: { ...FOUR_MELONS, asOf } })).json;
    expect((await asked('position:0')).code).toBe('AS_OF_TOO_EARLY');
    expect((await asked('soon')).errors[0].pointer).toBe('/asOf');
  });
});
