import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { routeKey } from '../../../src/infra/http/routes/route.js';
import { type Answer, type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { givenTrialShop } from './support/trialShop.js';

let api: ApiUnderTest;
let position: string;

beforeEach(async () => {
  api = await apiUnderTest();
  await givenTrialShop(api);
  await api.ask('PUT', '/v1/customers/bob', { body: {} });
  position = await offered('flash', {
    name: '秒杀哈密瓜',
    kind: 'flash-sale',
    benefit: { price: 1_000 },
    scope: { skus: ['melon'] },
    limits: { stock: 10, perCustomer: 50 },
  });
});
afterEach(() => api.close());

const key = (value: string) => ({ 'idempotency-key': value });
const at = (path: string, since = position) => `${path}?min-position=${since}`;

async function offered(promotion: string, terms: object): Promise<string> {
  await api.ask('POST', '/v1/promotions', { body: { promotion, terms } });
  const published = await api.ask('POST', `/v1/promotions/${promotion}/publish`, { body: { reason: '秒杀' } });
  return published.json.position;
}

async function quoted(quantity: number, customer = 'ann', more: object = {}): Promise<string> {
  const body = { lines: [{ id: '1', sku: 'melon', quantity }], customer, ...more };
  const { json } = await api.ask('POST', at('/v1/quotes'), { body });
  return json.id;
}

const place = (quote: string, customer = 'ann', headers = {}) =>
  api.ask('POST', '/v1/orders', { body: { quote, customer }, headers });
const act = (id: string, verb: string, body: object, headers = {}) =>
  api.ask('POST', `/v1/orders/${id}/${verb}`, { body, headers });

describe('An order', () => {
  test('goes from quote to return', async () => {
    const placed = await place(await quoted(3));
    expect([placed.status, placed.headers.get('location')]).toEqual([201, `/v1/orders/${placed.json.id}`]);
    expect(placed.json).toMatchObject({
      status: 'placed',
      pay: 3_000,
      customer: 'ann',
      holds: [{ allowance: 'flash.stock', amount: 3 }, { amount: 1 }],
    });
    const { id } = placed.json;
    const paid = await act(id, 'pay', { payment: 'pay_1', amount: 3_000 });
    expect([paid.status, paid.json.status]).toEqual([200, 'paid']);
    const returned = await act(id, 'returns', { return: 'r1', lines: [{ line: '1', quantity: 1 }] });
    expect(returned.json).toMatchObject({ refunded: 1_000, lines: [{ returned: 1 }] });
    const read = await api.ask('GET', at(`/v1/orders/${id}`, returned.json.position));
    expect(read.json).toMatchObject({ status: 'paid', refunded: 1_000, due: null });
    const list = await api.ask('GET', at('/v1/orders', returned.json.position).concat('&customer=ann&status=paid'));
    expect(list.json.items.map(({ id }: { id: string }) => id)).toEqual([id]);
    const taken = await api.ask('GET', at('/v1/quotes', returned.json.position).concat('&customer=ann'));
    expect(taken.json.items).toMatchObject([{ order: id }]);
  });

  test('that cannot be kept says what is gone, with the quote without it beside', async () => {
    const [one, other] = [await quoted(8), await quoted(8, 'bob')];
    await place(one);
    const refused = await place(other, 'bob', key('refused'));
    expect([refused.status, refused.json.code]).toEqual([409, 'ORDER_REFUSED']);
    expect(refused.json.facts).toMatchObject({ refusal: { code: 'OUT_OF_STOCK', promotion: 'flash' } });
    const { instead } = refused.json.facts;
    expect(instead).toMatchObject({
      pay: 2 * 1_000 + 6 * 3_000 - 2_000,
      applied: expect.arrayContaining([
        expect.objectContaining({ offer: 'flash', left: { stock: 2, customerUses: 50 } }),
      ]),
    });
    const placed = await place(instead.id, 'bob');
    expect([placed.status, placed.json.pay]).toEqual([201, instead.pay]);
  });

  test('placed twenty times at once with one key is placed once, and every sender reads the same', async () => {
    const quote = await quoted(3);
    const answers = await Promise.all(Array.from({ length: 20 }, () => place(quote, 'ann', key('twenty'))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    await act(answers[0]!.json.id, 'pay', {});
    expect((await place(quote, 'ann', key('twenty'))).text).toBe(answers[0]!.text);
    const other = await place(await quoted(1), 'ann', key('twenty'));
    expect([other.status, other.json.code]).toEqual([422, 'COMMAND_ID_REUSED']);
  });

  test('of forty who want four of ten, two get them and the others are told', async () => {
    const customers = Array.from({ length: 40 }, (_, n) => `c${n}`);
    await Promise.all(customers.map((id) => api.ask('PUT', `/v1/customers/${id}`, { body: {} })));
    position = (await api.ask('PUT', '/v1/customers/last', { body: {} })).json.position;
    const quotes = await Promise.all(customers.map((id) => quoted(4, id)));
    const answers = await Promise.all(quotes.map((quote, n) => place(quote, customers[n])));
    const placed = answers.filter(({ status }) => status === 201);
    expect(placed).toHaveLength(2);
    const codes = answers.filter(({ status }) => status !== 201).map(({ json }) => json.facts.refusal.code);
    expect(new Set(codes)).toEqual(new Set(['OUT_OF_STOCK']));
  });

  test('is changed, repriced by hand and cancelled', async () => {
    const { json } = await place(await quoted(3));
    const more = await quoted(10, 'ann', { changes: json.id });
    const changed = await act(json.id, 'change', { quote: more });
    expect(changed.json).toMatchObject({ quote: more, pay: 10_000 - 2_000 });
    const repriced = await act(json.id, 'prices', { line: '1', pay: 7_000, reason: '磕碰' });
    expect(repriced.json).toMatchObject({ pay: 7_000, lines: [{ byHand: true }] });
    const cancelled = await act(json.id, 'cancel', { reason: '不要了' });
    expect(cancelled.json.status).toBe('cancelled');
    const again = await place(await quoted(10, 'bob'), 'bob');
    expect(again.status).toBe(201);
  });
});

describe('What is refused', () => {
  test.each<[string, number, () => Promise<Answer>]>([
    ['QUOTE_UNKNOWN', 404, () => place('q9')],
    ['QUOTE_FOREIGN', 409, async () => place(await quoted(1), 'bob')],
    ['ORDER_UNKNOWN', 404, () => act('o9', 'pay', {})],
    ['ORDER_UNKNOWN', 404, () => act('o9', 'cancel', { reason: 'x' })],
    ['ORDER_UNKNOWN', 404, () => act('o9', 'returns', { return: 'r1', lines: [{ line: '1', quantity: 1 }] })],
    ['ORDER_UNKNOWN', 404, () => act('o9', 'change', { quote: 'q1' })],
    ['ORDER_UNKNOWN', 404, () => act('o9', 'prices', { line: '1', pay: 1, reason: 'x' })],
    ['ORDER_UNKNOWN', 404, () => api.ask('GET', '/v1/orders/o9')],
    [
      'NOT_PAID',
      409,
      async () =>
        act((await place(await quoted(1))).json.id, 'returns', { return: 'r1', lines: [{ line: '1', quantity: 1 }] }),
    ],
    ['AMOUNT_DIFFERS', 422, async () => act((await place(await quoted(1))).json.id, 'pay', { amount: 1 })],
    ['BODY_INVALID', 422, () => act('o9', 'weights', { lines: [{ line: '1', grams: 0 }] })],
    ['BODY_INVALID', 422, () => act('o9', 'returns', { return: 'r1', lines: [{ line: '1', grams: -5 }] })],
    ['BODY_INVALID', 422, () => act('o9', 'weights', { lines: [{ line: '1', grams: 1e12 }] })],
  ])('%s is a problem with a stable code', async (code, status, asking) => {
    const answer = await asking();
    expect([answer.json.code, answer.status]).toEqual([code, status]);
  });
});

test('every example is a body its route takes', () => {
  const routes = api.routes.filter(({ path, body }) => path.startsWith('/v1/orders') && body);
  expect(routes).toHaveLength(8);
  for (const route of routes)
    expect([routeKey(route), route.body!.safeParse(route.example).error]).toEqual([routeKey(route), undefined]);
});
