import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { handle } from '../../../src/commands/command.js';
import { repriceOrderLine } from '../../../src/commands/order/repriceOrderLine.js';
import { setShopPolicies } from '../../../src/commands/shop/setShopPolicies.js';
import { rejectionOf } from '../rejectionOf.js';
import { aContext } from '../trialContext.js';
import { TrialOrders } from './trialOrders.js';

const MINUTE = 60_000;
let shop: TrialOrders;

beforeEach(async () => {
  shop = new TrialOrders();
  await shop.sells('kiwi', 250);
  await shop.sells('melon', 2_000, 'weight');
  await shop.customers('c1', 'c2', 'c3');
  await shop.offers('deal', { limits: { maxUses: 1 } });
});

afterEach(() => shop.close());

describe('paying', () => {
  test('confirms what was held', async () => {
    await shop.ordered('o1', 'c1');
    const { outcome } = await shop.pay('o1', aContext(), { payment: 'p1', amount: 400 });
    expect(outcome!.state.status).toBe('paid');
    expect(await shop.counts('deal.uses')).toEqual({ free: 0, held: 0, confirmed: 1 });
    expect((await shop.order('o1')).toConfirm).toBe(false);
  });

  test('twice with one payment is once; with another it is refused', async () => {
    await shop.ordered('o1', 'c1');
    await shop.pay('o1', aContext(), { payment: 'p1' });
    expect((await shop.pay('o1', aContext(), { payment: 'p1' })).outcome!.events).toEqual([]);
    expect((await rejectionOf(shop.pay('o1', aContext(), { payment: 'p2' }))).code).toBe('ALREADY_PAID');
  });

  test('another amount than due is refused', async () => {
    await shop.ordered('o1', 'c1');
    expect((await rejectionOf(shop.pay('o1', aContext(), { amount: 399 }))).facts).toEqual({ due: 400, amount: 399 });
  });

  test('one millisecond before the deadline pays; at it everything is taken again', async () => {
    await shop.ordered('o1', 'c1');
    shop.later(30 * MINUTE - 1);
    await shop.pay('o1');
    expect(await shop.types('order-demo.o1')).toEqual([
      'order-placing',
      'order-placed',
      'order-paid',
      'holds-confirmed',
    ]);
    await shop.offers('deal2', { limits: { maxUses: 1 } });
    await shop.ordered('o2', 'c2');
    shop.later(30 * MINUTE);
    expect((await shop.pay('o2')).outcome!.state.status).toBe('paid');
    expect(await shop.types('order-demo.o2')).toEqual([
      'order-placing',
      'order-placed',
      'order-expired',
      'order-retaking',
      'holds-released',
      'order-paid',
      'holds-confirmed',
    ]);
    expect(await shop.counts('deal2.uses')).toEqual({ free: 0, held: 0, confirmed: 1 });
  });

  test('late, when another has what it held, is refused, and asked again the same', async () => {
    await shop.ordered('o1', 'c1');
    shop.later(31 * MINUTE);
    await shop.caughtUp();
    await shop.ordered('o2', 'c2');
    expect((await shop.order('o2')).holds).toHaveLength(1);
    const context = aContext();
    const answer = await shop.pay('o1', context);
    expect(answer).toMatchObject({
      refusal: { code: 'LIMIT_REACHED', promotion: 'deal' },
      outcome: { state: { status: 'expired' } },
    });
    await shop.cancel('o2');
    expect(await shop.pay('o1', context)).toMatchObject({
      refusal: { code: 'LIMIT_REACHED' },
      outcome: { replayed: true },
    });
    expect((await shop.pay('o1')).outcome!.state.status).toBe('paid');
    expect(await shop.counts('deal.uses')).toEqual({ free: 0, held: 0, confirmed: 1 });
  });
});

describe('expiring', () => {
  test('at the deadline gives back what was held, and not before', async () => {
    await shop.ordered('o1', 'c1');
    shop.later(30 * MINUTE - 1);
    expect(await shop.carryOn('o1')).toEqual({ step: 'expire', at: '2026-11-22T12:30:00.000Z' });
    shop.later(1);
    expect(await shop.carryOn('o1')).toBeNull();
    expect(await shop.types('order-demo.o1')).toEqual([
      'order-placing',
      'order-placed',
      'order-expired',
      'holds-released',
    ]);
    expect(await shop.counts('deal.uses')).toEqual({ free: 1, held: 0, confirmed: 0 });
  });
});

describe('cancelling', () => {
  test('gives back what is held, once, however often it is asked', async () => {
    await shop.ordered('o1', 'c1');
    for (let n = 0; n < 5; n++) await shop.cancel('o1');
    expect(await shop.counts('deal.uses')).toEqual({ free: 1, held: 0, confirmed: 0 });
    expect(await shop.types('order-demo.o1')).toEqual([
      'order-placing',
      'order-placed',
      'order-cancelled',
      'holds-released',
    ]);
  });

  test.each([
    ['reusable', 1],
    ['consumed', 0],
  ] as const)('a paid one, uses are %s as the policy at the purchase says', async (afterCancel, free) => {
    await shop.told(setShopPolicies, { policies: { afterCancel }, reason: '试' });
    await shop.ordered('o1', 'c1');
    await shop.pay('o1');
    await shop.told(setShopPolicies, { policies: {}, reason: '试' });
    const { outcome } = await shop.cancel('o1');
    expect(outcome!.events).toMatchObject([{ type: 'order-cancelled', data: { refund: 400 } }]);
    for (let n = 0; n < 5; n++) await shop.cancel('o1');
    expect((await shop.counts('deal.uses')).free).toBe(free);
  });

  test('what is over or unknown is refused', async () => {
    expect((await rejectionOf(shop.cancel('o9'))).code).toBe('ORDER_UNKNOWN');
    await shop.ordered('o1', 'c1');
    shop.later(30 * MINUTE);
    await shop.carryOn('o1');
    expect((await rejectionOf(shop.cancel('o1'))).code).toBe('ORDER_OVER');
    await shop.ordered('o2', 'c2');
    await shop.cancel('o2');
    expect((await rejectionOf(shop.pay('o2'))).code).toBe('ORDER_OVER');
  });
});

describe('changing', () => {
  beforeEach(() =>
    shop.offers('flash', {
      kind: 'flash-sale',
      benefit: { price: 100 },
      scope: { skus: ['kiwi'] },
      limits: { stock: 10 },
    }),
  );

  test('takes what is more and gives back what is less; the deadline stays', async () => {
    await shop.ordered('o1', 'c1', 4);
    expect(await shop.counts('flash.stock')).toEqual({ free: 6, held: 4, confirmed: 0 });
    const more = await shop.quoted('c1', 7, { changes: 'o1' });
    shop.later(5 * MINUTE);
    const { outcome } = await shop.change('o1', more);
    expect(outcome!.state).toMatchObject({
      status: 'placed',
      deadline: '2026-11-22T12:30:00.000Z',
      ordered: { quote: more },
    });
    expect(await shop.counts('flash.stock')).toEqual({ free: 3, held: 7, confirmed: 0 });
    await shop.caughtUp();
    await shop.change('o1', await shop.quoted('c1', 2, { changes: 'o1' }));
    expect(await shop.counts('flash.stock')).toEqual({ free: 8, held: 2, confirmed: 0 });
    await shop.pay('o1');
    expect(await shop.counts('flash.stock')).toEqual({ free: 8, held: 0, confirmed: 2 });
  });

  test('again changes nothing, and what can not be had leaves the old promise', async () => {
    await shop.ordered('o1', 'c1', 4);
    const more = await shop.quoted('c1', 7, { changes: 'o1' });
    await shop.ordered('o2', 'c2', 6);
    const context = aContext();
    const answer = await shop.change('o1', more, context);
    expect(answer).toMatchObject({
      refusal: { code: 'OUT_OF_STOCK', promotion: 'flash' },
      outcome: { state: { status: 'placed' } },
    });
    expect(await shop.change('o1', more, context)).toMatchObject({
      refusal: { code: 'OUT_OF_STOCK' },
      outcome: { replayed: true },
    });
    expect((await shop.order('o1')).ordered.pay).toBe(400 - 100);
    expect(await shop.counts('flash.stock')).toEqual({ free: 0, held: 10, confirmed: 0 });
    await shop.pay('o1');
    expect((await rejectionOf(shop.change('o1', await shop.quoted('c1', 1)))).code).toBe('ORDER_PAID');
  });

  test('to less gives the difference back in one decision, also when nothing is left beside it', async () => {
    await shop.ordered('o1', 'c1', 10);
    const less = await shop.quoted('c1', 3, { changes: 'o1' });
    const context = aContext();
    const answer = await shop.change('o1', less, context);
    expect(answer.outcome!.state.ordered.quote).toBe(less);
    expect(await shop.counts('flash.stock')).toEqual({ free: 7, held: 3, confirmed: 0 });
    await shop.change('o1', less, context);
    const before = ['allowance-opened', 'allowance-held'];
    expect(await shop.types('allowance-demo.flash.stock')).toEqual([...before, 'hold-resized']);
    await shop.pay('o1');
    expect(await shop.counts('flash.stock')).toEqual({ free: 7, held: 0, confirmed: 3 });
  });

  test('to more of one thing and less of another takes and gives all of it or nothing', async () => {
    await shop.sells('plum', 3_000);
    await shop.offers('plums', {
      kind: 'flash-sale',
      benefit: { price: 1_000 },
      scope: { skus: ['plum'] },
      limits: { stock: 5 },
    });
    const quoted = (kiwis: number, plums: number, more = {}) =>
      shop.quoted('c1', kiwis, {
        lines: [
          { id: '1', sku: 'kiwi', quantity: kiwis },
          { id: '2', sku: 'plum', quantity: plums },
        ],
        ...more,
      });
    await shop.place('o1', await quoted(8, 1), 'c1');
    const change = await quoted(2, 5, { changes: 'o1' });
    await shop.place('o2', await quoted(1, 1), 'c1');
    const refused = await shop.change('o1', change);
    expect(refused.refusal).toMatchObject({ code: 'OUT_OF_STOCK', promotion: 'plums' });
    expect(await shop.counts('flash.stock')).toEqual({ free: 1, held: 9, confirmed: 0 });
    expect(await shop.counts('plums.stock')).toEqual({ free: 3, held: 2, confirmed: 0 });
    await shop.change('o1', await quoted(2, 4, { changes: 'o1' }));
    expect(await shop.counts('flash.stock')).toEqual({ free: 7, held: 3, confirmed: 0 });
    expect(await shop.counts('plums.stock')).toEqual({ free: 0, held: 5, confirmed: 0 });
  });

  test('is refused for an unknown, foreign or used quote', async () => {
    await shop.ordered('o1', 'c1');
    expect((await rejectionOf(shop.change('o1', 'q9'))).code).toBe('QUOTE_UNKNOWN');
    expect((await rejectionOf(shop.change('o1', await shop.quoted('c2')))).code).toBe('QUOTE_FOREIGN');
    const used = await shop.quoted('c1');
    await shop.place('o2', used, 'c1');
    expect((await rejectionOf(shop.change('o1', used))).code).toBe('QUOTE_USED');
    expect((await rejectionOf(shop.change('o9', used))).code).toBe('ORDER_UNKNOWN');
  });
});

describe('a price by hand', () => {
  const byHand = (pay: number, role: 'operator' | 'order-service' = 'operator', line = '1') =>
    handle(shop.deps, repriceOrderLine, aContext({ actor: { principal: 'p', role } }), {
      order: 'o1',
      line,
      pay,
      reason: '磕碰',
    });

  test('is a fact with its reason, and what the order costs', async () => {
    await shop.ordered('o1', 'c1');
    await byHand(300);
    expect((await byHand(300)).events).toEqual([]);
    expect((await rejectionOf(shop.pay('o1', aContext(), { amount: 400 }))).facts).toEqual({ due: 300, amount: 400 });
    await shop.pay('o1', aContext(), { amount: 300 });
    const { outcome } = await shop.returns('o1', 'r1', [{ line: '1', quantity: 1 }]);
    expect(outcome!.events).toMatchObject([{ data: { refund: 150 } }]);
    expect((await rejectionOf(byHand(200))).code).toBe('ORDER_PAID');
  });

  test('takes a role, a line, and an amount up to the list price', async () => {
    await shop.ordered('o1', 'c1');
    expect((await rejectionOf(byHand(300, 'order-service'))).code).toBe('ROLE_MISSING');
    expect((await rejectionOf(byHand(300, 'operator', '9'))).code).toBe('LINE_UNKNOWN');
    expect((await rejectionOf(byHand(501))).code).toBe('PRICE_OUT_OF_RANGE');
  });
});

describe('returning', () => {
  test('pays back the net price, once, whatever is repeated; everything is what was paid', async () => {
    await shop.ordered('o1', 'c1', 3);
    await shop.pay('o1');
    for (let n = 0; n < 3; n++) await shop.returns('o1', 'r1', [{ line: '1', quantity: 1 }]);
    const { account } = await shop.order('o1');
    expect(account).toEqual({ refunded: 217, debt: 0 });
    expect((await rejectionOf(shop.returns('o1', 'r1', [{ line: '1', quantity: 2 }]))).code).toBe('RETURN_EXISTS');
    await shop.returns('o1', 'r2', [{ line: '1', quantity: 2 }]);
    expect((await shop.order('o1')).account.refunded).toBe(650);
  });

  test.each<[string, { line: string; quantity?: number; grams?: number }[]]>([
    ['RETURN_TOO_MUCH', [{ line: '1', quantity: 4 }]],
    [
      'RETURN_TOO_MUCH',
      [
        { line: '1', quantity: 2 },
        { line: '1', quantity: 2 },
      ],
    ],
    ['LINE_UNKNOWN', [{ line: '9', quantity: 1 }]],
    ['SOLD_BY_PIECE', [{ line: '1', grams: 500 }]],
    ['WEIGHT_INVALID', [{ line: '1', quantity: 0 }]],
    ['WEIGHT_INVALID', [{ line: '1', quantity: -1 }]],
    ['WEIGHT_INVALID', [{ line: '1', quantity: 1e15 }]],
    ['NOTHING_RETURNED', []],
  ])('%s: nothing changes', async (code, lines) => {
    await shop.ordered('o1', 'c1', 3);
    await shop.pay('o1');
    const before = await shop.types('order-demo.o1');
    expect((await rejectionOf(shop.returns('o1', 'r1', lines))).code).toBe(code);
    expect(await shop.types('order-demo.o1')).toEqual(before);
  });

  test('what has all returned, what is not paid, what is unknown', async () => {
    await shop.ordered('o1', 'c1', 1);
    expect((await rejectionOf(shop.returns('o1', 'r1', [{ line: '1', quantity: 1 }]))).code).toBe('NOT_PAID');
    await shop.pay('o1');
    await shop.returns('o1', 'r1', [{ line: '1', quantity: 1 }]);
    expect((await rejectionOf(shop.returns('o1', 'r2', [{ line: '1', quantity: 1 }]))).code).toBe('ALREADY_RETURNED');
    expect((await rejectionOf(shop.cancel('o1'))).code).toBe('ORDER_RETURNED');
    expect((await rejectionOf(shop.returns('o9', 'r2', [{ line: '1', quantity: 1 }]))).code).toBe('ORDER_UNKNOWN');
  });

  test('everything gives a coupon back', async () => {
    await shop.offers('coupon', { coupon: true, benefit: { amountOff: 50 }, limits: { maxUses: 1 } });
    await shop.place('o1', await shop.quoted('c1', 2, { coupons: ['coupon'] }), 'c1');
    await shop.pay('o1');
    await shop.returns('o1', 'r1', [{ line: '1', quantity: 1 }]);
    expect((await shop.counts('coupon.uses')).free).toBe(0);
    const { outcome } = await shop.returns('o1', 'r2', [{ line: '1', quantity: 1 }]);
    expect(outcome!.events).toMatchObject([{ data: { coupons: ['coupon'] } }]);
    expect((await shop.counts('coupon.uses')).free).toBe(1);
    expect((await shop.counts('deal.uses')).free).toBe(0);
  });
});

describe('weighing', () => {
  const weighed = async (policies: object) => {
    await shop.told(setShopPolicies, { policies, reason: '实重' });
    await shop.offers('spend', {
      kind: 'spend-threshold',
      benefit: { ladder: [{ from: 10_000, amountOff: 800 }] },
      scope: { skus: ['melon'] },
    });
    const { id } = await shop.quote({ lines: [{ id: 'm', sku: 'melon', grams: 2_500 }], customer: 'c1' });
    await shop.place('o1', id, 'c1');
    await shop.pay('o1');
  };

  test('settles to the fen, and a debt is netted with the return of everything', async () => {
    await weighed({ returns: 're-quote-actual-weight' });
    const { ordered } = await shop.order('o1');
    expect(ordered.pay).toBe(9_200);
    const first = await shop.weighs('o1', [{ line: 'm', grams: 2_450 }]);
    expect(first.outcome!.events).toMatchObject([{ data: { refund: -600, payout: 0, debt: 600 } }]);
    expect((await shop.weighs('o1', [{ line: 'm', grams: 2_450 }])).outcome!.events).toEqual([]);
    const back = await shop.returns('o1', 'r1', [{ line: 'm', grams: 2_450 }]);
    expect(back.outcome!.events).toMatchObject([{ data: { refund: 9_800, payout: 9_200, debt: 0 } }]);
  });

  test.each([0, -1, 5_001, 1e9, 1.5])('%d g is refused', async (grams) => {
    await weighed({ returns: 're-quote-actual-weight' });
    expect((await rejectionOf(shop.weighs('o1', [{ line: 'm', grams }]))).code).toBe('WEIGHT_INVALID');
  });

  test('is refused where the policy keeps the ordered weight', async () => {
    await weighed({});
    expect((await rejectionOf(shop.weighs('o1', [{ line: 'm', grams: 2_450 }]))).code).toBe('WEIGHT_FIXED');
  });
});
