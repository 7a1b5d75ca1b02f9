import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { FOUR_MELONS, givenTrialShop, SPEND_100_GET_20 } from './support/trialShop.js';

let api: ApiUnderTest;
let opened: string;

beforeEach(async () => {
  api = await apiUnderTest();
  const since = await givenTrialShop(api);
  opened = new Date().toISOString();
  await api.orchard.deps.view.reached(since);
});
afterEach(() => api.close());

const REASON = { reason: '价格录错' };
const corrections = async (query = '') => (await api.ask('GET', `/v1/corrections?since=${opened}${query}`)).json;
const compensate = (order: string) => api.ask('POST', `/v1/orders/${order}/compensate`, { body: REASON });
const corrected = (unitPrice: number, effectiveFrom = opened) =>
  api.ask('POST', '/v1/products/melon/price', { body: { unitPrice, effectiveFrom } });

async function bought(order: string, lines: object = FOUR_MELONS): Promise<void> {
  const quote = `q_${order}`;
  const { json } = await api.ask('POST', '/v1/quotes', { body: { quote, ...lines, customer: 'ann' } });
  await api.ask('POST', '/v1/orders', { body: { order, quote, customer: 'ann' } });
  await api.ask('POST', `/v1/orders/${order}/pay`, { body: { payment: `p_${order}`, amount: json.pay } });
}

describe('A back-dated price', () => {
  test('changes no quote, and is listed with the quotes and orders it would have changed', async () => {
    await bought('o_1');
    await bought('o_2', { lines: [{ id: '1', sku: 'apple', grams: 500 }] });
    const { json } = await corrected(2_000);
    await bought('o_3');
    const { facts, items, next } = await corrections();
    expect(facts).toEqual([
      {
        subject: 'product',
        id: 'melon',
        type: 'product-repriced',
        effectiveFrom: opened,
        recordedAt: expect.any(String),
        position: json.position,
        by: 'demo',
      },
    ]);
    // 4 × 30 less 20 was promised; 4 × 20 reaches no threshold.
    expect(items).toEqual([
      {
        quote: 'q_o_1',
        at: expect.any(String),
        customer: 'ann',
        position: expect.any(String),
        pay: 10_000,
        due: 8_000,
        difference: -2_000,
        because: null,
        facts: [json.position],
        order: { id: 'o_1', status: 'paid', compensated: 0, toCompensate: 2_000, uncompensated: null },
      },
    ]);
    expect(next).toBeNull();
    expect((await api.ask('GET', '/v1/quotes/q_o_1')).json).toMatchObject({ pay: 10_000, verified: true });
    expect((await api.ask('GET', '/v1/orders/o_1')).json).toMatchObject({ pay: 10_000, compensated: 0 });
  });

  test('is compensated once, and the history of the order tells it', async () => {
    await bought('o_1');
    await corrected(2_000);
    const { json } = await compensate('o_1');
    expect(json).toMatchObject({ compensated: 2_000, changed: true });
    expect((await compensate('o_1')).json).toMatchObject({ compensated: 2_000, changed: false });
    expect((await corrections()).items[0].order).toMatchObject({ compensated: 2_000, toCompensate: 0 });
    const { items } = (await api.ask('GET', '/v1/orders/o_1/history')).json;
    expect(items.at(-1).sentence).toEqual({
      zh: 'demo（admin）更正价格并补偿：已补偿 20元；原因：价格录错',
      en: 'demo (admin) compensated it for a corrected price: compensated ¥20; because: 价格录错',
    });
  });

  test('that costs customers more is listed, and nobody owes for it', async () => {
    await bought('o_1');
    await corrected(4_000);
    expect((await corrections()).items).toMatchObject([{ difference: 4_000, order: { toCompensate: 0 } }]);
    expect((await compensate('o_1')).json).toMatchObject({ compensated: 0, changed: false });
  });

  test('finds quotes that could not have been given', async () => {
    await bought('o_1', { lines: [{ id: '1', sku: 'melon', quantity: 2_000 }] });
    // Baskets of 2,000 million yuan are none.
    await corrected(100_000_000);
    expect((await corrections()).items).toMatchObject([
      { due: null, difference: null, because: expect.stringContaining('cannot be priced') },
    ]);
    expect((await compensate('o_1')).json.code).toBe('BASKET_INVALID');
  });

  test('leaves what a person touched to a person', async () => {
    await bought('o_1');
    await api.ask('POST', '/v1/orders/o_1/returns', { body: { return: 'r1', lines: [{ line: '1', quantity: 1 }] } });
    await corrected(2_000);
    expect((await corrections()).items[0].order).toMatchObject({ toCompensate: 0, uncompensated: 'returned' });
    expect((await compensate('o_1')).json).toMatchObject({ code: 'NOT_COMPENSABLE', facts: { why: 'returned' } });
  });

  test('gives back no more than was paid when everything returns later', async () => {
    await bought('o_1');
    await corrected(2_000);
    await compensate('o_1');
    const body = { return: 'r1', lines: [{ line: '1', quantity: 4 }] };
    expect((await api.ask('POST', '/v1/orders/o_1/returns', { body })).json).toMatchObject({ refunded: 8_000 });
  });
});

describe('Back-dated terms', () => {
  test('of a promotion are found in every basket they would have touched', async () => {
    await bought('o_1');
    const terms = { ...SPEND_100_GET_20, name: '满100减30', benefit: { ladder: [{ from: 10_000, amountOff: 3_000 }] } };
    await api.ask('POST', '/v1/promotions/autumn/pause', { body: { reason: '录错' } });
    const revised = { body: { terms, reason: '录错', effectiveFrom: opened }, headers: { 'if-match': '*' } };
    expect(await api.ask('PUT', '/v1/promotions/autumn', revised)).toMatchObject({ status: 200 });
    const { facts, items } = await corrections('&promotion=autumn');
    expect(facts).toMatchObject([{ subject: 'promotion', type: 'promotion-revised' }]);
    expect(items).toMatchObject([{ quote: 'q_o_1', pay: 10_000, due: 9_000, order: { toCompensate: 1_000 } }]);
    expect((await corrections('&promotion=another')).facts).toEqual([]);
  });

  test('of another product or promotion are left out when one is named', async () => {
    await bought('o_1');
    await corrected(2_000);
    expect((await corrections('&sku=apple')).items).toEqual([]);
    expect((await corrections('&sku=melon')).items).toHaveLength(1);
  });
});

describe('A list of corrections', () => {
  test('goes page by page', async () => {
    for (const order of ['o_1', 'o_2', 'o_3']) await bought(order);
    await corrected(2_000);
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { items, next } = await corrections(`&limit=1${cursor}`);
      seen.push(...items.map(({ quote }: { quote: string }) => quote));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(seen).toEqual(['q_o_1', 'q_o_2', 'q_o_3']);
  });

  test('of nothing is empty; without since it is refused', async () => {
    expect(await corrections()).toEqual({ facts: [], items: [], next: null });
    expect((await api.ask('GET', '/v1/corrections')).json.errors[0].pointer).toBe('/since');
  });
});
