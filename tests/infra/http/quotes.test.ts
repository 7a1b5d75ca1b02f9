import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { FOUR_MELONS, givenTrialShop } from './support/trialShop.js';

describe.each(['hot', 'express'] as const)('Quotes through the %s front', (front) => {
  let api: ApiUnderTest;
  let shown: string;
  beforeAll(async () => {
    api = await apiUnderTest({ front });
    shown = await givenTrialShop(api);
  });
  afterAll(() => api.close());
  const quote = (body: object, headers: Record<string, string> = {}) =>
    api.ask('POST', `/v1/quotes?min-position=${shown}`, { body, headers });

  test('say what a basket costs, and in words why', async () => {
    const { status, json, headers } = await quote({ ...FOUR_MELONS, customer: 'ann', delivery: 800 });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/v1/quotes/${json.id}`);
    expect(json).toMatchObject({ list: 12_000, discount: 2_000, goods: 10_000, delivery: 800, pay: 10_800 });
    expect(json).toMatchObject({ currency: 'CNY', customer: 'ann', proven: true, verified: true });
    expect(json.applied).toEqual([
      expect.objectContaining({ offer: 'autumn', name: '满100减20', amount: 2_000, sentence: expect.anything() }),
    ]);
    expect(json.applied[0].sentence.zh).toContain('已减20元');
    expect(json.lines).toEqual([
      { id: '1', sku: 'melon', list: 12_000, discount: 2_000, pay: 10_000, shares: { autumn: 2_000 } },
    ]);
  });

  test('say what is missing for an offer that does not apply', async () => {
    const { json } = await quote({ lines: [{ id: '1', sku: 'apple', grams: 500 }] });
    expect(json.refused).toEqual([
      expect.objectContaining({ offer: 'autumn', reason: 'threshold-not-met', shortfall: { amount: 8_720 } }),
    ]);
    expect(json.refused[0].sentence.zh).toContain('87.20元');
  });

  test('are explained again from the log, with what they rest on', async () => {
    const given = await quote({ ...FOUR_MELONS, customer: 'ann' });
    const { json } = await api.ask('GET', `/v1/quotes/${given.json.id}?min-position=${given.json.position}`);
    const { revision: _, position: __, changed: ___, ...promised } = given.json;
    expect(json).toMatchObject({ ...promised, verified: true, request: { ...FOUR_MELONS, customer: 'ann' } });
    expect(json.basis).toMatchObject({ products: { melon: expect.any(Number) }, promotions: { autumn: 1 } });
  });

  test('asked for twice with one key are one quote, in the same bytes', async () => {
    const first = await quote(FOUR_MELONS, { 'idempotency-key': 'basket-1' });
    const second = await quote(FOUR_MELONS, { 'idempotency-key': 'basket-1' });
    expect(second.text).toBe(first.text);
    expect([first, second].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
  });

  test('of one id are for one basket', async () => {
    const first = await quote({ ...FOUR_MELONS, quote: 'mine' });
    expect([first.status, first.json.id]).toEqual([201, 'mine']);
    const same = await quote({ ...FOUR_MELONS, quote: 'mine' });
    expect([same.status, same.json.pay, same.json.changed]).toEqual([200, first.json.pay, false]);
    const other = await quote({ lines: [{ id: '1', sku: 'melon', quantity: 1 }], quote: 'mine' });
    expect([other.status, other.json.code]).toEqual([409, 'QUOTE_EXISTS']);
  });

  test('are refused with every fault of the basket', async () => {
    const lines = [
      { id: '1', sku: 'melon', grams: 500 },
      { id: '1', sku: 'apple', quantity: 1 },
      { id: '2', sku: 'dragonfruit', quantity: 1 },
    ];
    const { status, json } = await quote({ lines });
    expect([status, json.code]).toEqual([422, 'BASKET_INVALID']);
    expect(json.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)).toEqual([
      '/lines/0 SOLD_BY_PIECE',
      '/lines/1/id LINE_ID_TAKEN',
      '/lines/1 SOLD_BY_WEIGHT',
      '/lines/2/sku UNKNOWN_SKU',
    ]);
  });

  test('for a customer nobody registered are refused at that field', async () => {
    const { status, json } = await quote({ ...FOUR_MELONS, customer: 'stranger' });
    expect([status, json.code, json.errors[0].pointer]).toEqual([422, 'CUSTOMER_UNKNOWN', '/customer']);
  });

  test('are listed, also by customer', async () => {
    const { json } = await quote({ ...FOUR_MELONS, customer: 'ann' });
    const page = await api.ask('GET', `/v1/quotes?customer=ann&limit=200&min-position=${json.position}`);
    expect(page.json.items).toContainEqual(expect.objectContaining({ id: json.id, pay: 10_000, customer: 'ann' }));
    expect(page.json.items.every(({ customer }: Record<string, string>) => customer === 'ann')).toBe(true);
  });

  test('that were never given are unknown', async () => {
    expect(await api.ask('GET', '/v1/quotes/none')).toMatchObject({ status: 404, json: { code: 'QUOTE_UNKNOWN' } });
  });
});
