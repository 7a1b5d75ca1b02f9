import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { whenPromotionPublishedOpenAllowances } from '../../../src/commands/processes/whenPromotionPublishedOpenAllowances.js';
import { plusMillis } from '../../../src/domain/kernel/instant.js';
import { type Answer, type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { bearer, TOKENS } from './support/callersOfEveryRole.js';
import { APPLE, givenTrialShop } from './support/trialShop.js';

/** What callers get wrong about quotes, orders, weights and allowances: a code each, and nothing changes. */

let api: ApiUnderTest;
/** How far the clock of the door is ahead. */
let ahead = 0;
const HOUR = 3_600_000;
const inMillis = (millis: number) => new Date(Date.now() + millis).toISOString();

beforeAll(async () => {
  api = await apiUnderTest({
    parts: ({ deps }) => ({
      tokens: TOKENS,
      deps: { ...deps, machine: { ...deps.machine, now: () => plusMillis(deps.machine.now(), ahead) } },
    }),
  });
  await givenTrialShop(api);
  await api.ask('PUT', '/v1/products/apple', { body: { ...APPLE, floorPrice: null } });
  await api.ask('PUT', '/v1/customers/bob', { body: {} });
  await api.ask('PUT', '/v1/shop/policies', {
    body: { policies: { returns: 're-quote-actual-weight' }, reason: '实重' },
  });
  const terms = {
    name: '秒杀',
    kind: 'flash-sale',
    benefit: { price: 1_000 },
    scope: { skus: ['melon'] },
    limits: { stock: 100 },
  };
  await api.ask('POST', '/v1/promotions', { body: { promotion: 'flash', terms } });
  await api.ask('POST', '/v1/promotions/flash/publish', { body: { reason: '秒杀' } });
  await whenPromotionPublishedOpenAllowances(api.orchard.deps, 'demo', 'flash');

  // `paid`: 3 melons and 1 kg of apples; `open`: 2 melons, not paid.
  await placed('paid', [melons(3), apples(1_000)]);
  await act('paid', 'pay', {});
  await placed('open', [melons(2)]);
});
afterAll(() => api.close());

const melons = (quantity: number) => ({ id: 'm', sku: 'melon', quantity });
const apples = (grams: number) => ({ id: 'a', sku: 'apple', grams });

async function quoted(lines: readonly object[] = [melons(1)], customer = 'ann'): Promise<string> {
  const position = await api.orchard.store.head();
  return (await api.ask('POST', `/v1/quotes?min-position=${position}`, { body: { lines, customer } })).json.id;
}
const place = (order: string, quote: string, customer = 'ann', headers = {}) =>
  api.ask('POST', '/v1/orders', { body: { order, quote, customer }, headers });
const placed = async (order: string, lines: readonly object[]) => place(order, await quoted(lines));
const act = (order: string, verb: string, body: object) => api.ask('POST', `/v1/orders/${order}/${verb}`, { body });
const returned = (order: string, id: string, ...lines: readonly object[]) =>
  act(order, 'returns', { return: id, lines });
const weighed = (grams: unknown, line = 'a') => act('paid', 'weights', { lines: [{ line, grams }] });
const hold = (body: object) =>
  api.ask('POST', '/v1/allowances/flash.stock/holds', {
    body: { hold: 'h9', amount: 1, until: inMillis(HOUR), ...body },
  });
const step = (verb: string, hold: string, body: object) =>
  api.ask('POST', `/v1/allowances/flash.stock/holds/${hold}/${verb}`, { body });
const adjust = (body: object) => api.ask('POST', '/v1/allowances/flash.stock/adjust', { body });

/** Prepares something first, which may write; then asks what is to be refused. */
type Row = readonly [
  what: string,
  code: string,
  status: number,
  ask: () => Promise<Answer>,
  prepare?: () => Promise<unknown>,
];

async function holdOfOrder(order: string): Promise<string> {
  const { json } = await api.ask('GET', `/v1/orders/${order}?min-position=${await api.orchard.store.head()}`);
  return json.holds[0].hold;
}

let prepared = '';
const aQuote = (lines?: readonly object[]) => async () => {
  prepared = await quoted(lines);
};

const QUOTES: readonly Row[] = [
  ['an unknown quote', 'QUOTE_UNKNOWN', 404, () => place('o1', 'q9')],
  [
    'a quote of another shop',
    'QUOTE_UNKNOWN',
    404,
    () => place('o1', prepared, 'ann', bearer('admin', 'other')),
    aQuote(),
  ],
  ['a quote of another customer', 'QUOTE_FOREIGN', 409, () => place('o1', prepared, 'bob'), aQuote()],
  [
    'a used quote',
    'QUOTE_USED',
    409,
    () => place('o1', prepared),
    async () => {
      await aQuote()();
      await place('first', prepared);
    },
  ],
  [
    'an expired quote',
    'QUOTE_EXPIRED',
    409,
    () => place('o1', prepared),
    async () => {
      await aQuote()();
      ahead = 15 * 60_000;
    },
  ],
  ['an order id taken with other content', 'ORDER_EXISTS', 409, () => place('open', prepared), aQuote()],
  ['an order id taken for another customer', 'ORDER_EXISTS', 409, () => place('open', prepared, 'bob'), aQuote()],
  ['changing to an unknown quote', 'QUOTE_UNKNOWN', 404, () => act('open', 'change', { quote: 'q9' })],
  ['changing what is paid', 'ORDER_PAID', 409, () => act('paid', 'change', { quote: prepared }), aQuote()],
  ['paying another amount', 'AMOUNT_DIFFERS', 422, () => act('open', 'pay', { amount: 1 })],
];

const RETURNS: readonly Row[] = [
  ['more than was bought', 'RETURN_TOO_MUCH', 422, () => returned('paid', 'r1', { line: 'm', quantity: 4 })],
  [
    'more than was bought, in two parts of one return',
    'RETURN_TOO_MUCH',
    422,
    () => returned('paid', 'r1', { line: 'm', quantity: 2 }, { line: 'm', quantity: 2 }),
  ],
  ['more grams than were bought', 'RETURN_TOO_MUCH', 422, () => returned('paid', 'r1', { line: 'a', grams: 1_001 })],
  ['a line of another order', 'LINE_UNKNOWN', 422, () => returned('paid', 'r1', { line: 'z', quantity: 1 })],
  [
    'a line called constructor',
    'LINE_UNKNOWN',
    422,
    () => returned('paid', 'r1', { line: 'constructor', quantity: 1 }),
  ],
  ['pieces of what was weighed', 'SOLD_BY_WEIGHT', 422, () => returned('paid', 'r1', { line: 'a', quantity: 1 })],
  ['grams of what was counted', 'SOLD_BY_PIECE', 422, () => returned('paid', 'r1', { line: 'm', grams: 1 })],
  ['nothing', 'NOTHING_RETURNED', 422, () => returned('paid', 'r1')],
  ['what is not paid', 'NOT_PAID', 409, () => returned('open', 'r1', { line: 'm', quantity: 1 })],
  ['0 grams', 'BODY_INVALID', 422, () => returned('paid', 'r1', { line: 'a', grams: 0 })],
  ['less than nothing', 'BODY_INVALID', 422, () => returned('paid', 'r1', { line: 'm', quantity: -1 })],
  [
    'a return id of another return',
    'RETURN_EXISTS',
    409,
    () => returned('twice', 'r1', { line: 'm', quantity: 2 }),
    async () => {
      await placed('twice', [melons(3)]);
      await act('twice', 'pay', {});
      await returned('twice', 'r1', { line: 'm', quantity: 1 });
    },
  ],
  [
    'a line that has all returned',
    'ALREADY_RETURNED',
    409,
    () => returned('twice', 'r3', { line: 'm', quantity: 1 }),
    () => returned('twice', 'r2', { line: 'm', quantity: 2 }),
  ],
];

const WEIGHTS: readonly Row[] = [
  ...[0, -1, 1.5, 1e12, '1000', null].map(
    (grams): Row => [`a weight of ${JSON.stringify(grams)}`, 'BODY_INVALID', 422, () => weighed(grams)],
  ),
  ['a weight of more than twice what was ordered', 'WEIGHT_INVALID', 422, () => weighed(2_001)],
  ['the weight of what was counted', 'SOLD_BY_PIECE', 422, () => weighed(500, 'm')],
  ['the weight of no line', 'LINE_UNKNOWN', 422, () => weighed(500, 'z')],
  ['a quote of 0 grams', 'BODY_INVALID', 422, () => api.ask('POST', '/v1/quotes', { body: { lines: [apples(0)] } })],
  ['a quote of −5 grams', 'BODY_INVALID', 422, () => api.ask('POST', '/v1/quotes', { body: { lines: [apples(-5)] } })],
  ['a quote of 10 t', 'BODY_INVALID', 422, () => api.ask('POST', '/v1/quotes', { body: { lines: [apples(1e7 + 1)] } })],
];

const ALLOWANCES: readonly Row[] = [
  ['an allowance adjusted below what is held', 'ALLOWANCE_BELOW_TAKEN', 409, () => adjust({ total: 4 })],
  ['one adjusted below nothing', 'BODY_INVALID', 422, () => adjust({ total: -1 })],
  ['one adjusted to a part', 'BODY_INVALID', 422, () => adjust({ total: 5.5 })],
  ['one adjusted to absurdly much', 'BODY_INVALID', 422, () => adjust({ total: 1e13 })],
  ['a hold of years', 'HOLD_TOO_LONG', 422, () => hold({ until: inMillis(3 * 365 * 24 * HOUR) })],
  ['a hold that has ended', 'HOLD_OVER', 422, () => hold({ until: inMillis(-HOUR) })],
  ['a hold until no day of the calendar', 'BODY_INVALID', 422, () => hold({ until: '2026-02-30T00:00:00Z' })],
  ['a hold of more than there is', 'OUT_OF_STOCK', 409, () => hold({ amount: 101 })],
  ['a hold of nothing', 'BODY_INVALID', 422, () => hold({ amount: 0 })],
  [
    'the hold of an order given back behind its back',
    'HOLD_OF_ORDER',
    409,
    () => step('release', prepared, { order: 'open' }),
    async () => {
      prepared = await holdOfOrder('open');
    },
  ],
  [
    'the hold of a paid order undone',
    'HOLD_OF_ORDER',
    409,
    () => step('cancel', prepared, { order: 'paid', afterCancel: 'reusable' }),
    async () => {
      prepared = await holdOfOrder('paid');
    },
  ],
  ['the hold of an order by whoever does not name it', 'HOLD_OF_ANOTHER', 409, () => step('confirm', prepared, {})],
];

describe.each([
  ['quotes and orders', QUOTES],
  ['returns of', RETURNS],
  ['weights', WEIGHTS],
  ['allowances', ALLOWANCES],
])('%s', (_, rows) => {
  test.each(rows.map((row) => [row[0], row[1], row] as const))(
    '%s: %s',
    async (_what, code, [, , status, ask, prepare]) => {
      await prepare?.();
      const before = await api.orchard.store.head();
      const answer = await ask();
      ahead = 0;
      expect([answer.json.code, answer.status]).toEqual([code, status]);
      expect(answer.json).toMatchObject({ title: expect.any(String), detail: expect.any(String) });
      expect(await api.orchard.store.head()).toBe(before);
    },
  );
});
