import { describe, expect, test } from '@jest/globals';
import type { PricedLine } from '../../../src/domain/pricing/basket.js';
import type { Offer } from '../../../src/domain/pricing/offer.js';
import { DEFAULT_POLICIES, type Policies } from '../../../src/domain/pricing/policies.js';
import { price } from '../../../src/domain/pricing/price.js';
import { type Bought, type Gone, NOTHING_GONE } from '../../../src/domain/refund/bought.js';
import { couponsBack, paidBack } from '../../../src/domain/refund/paidBack.js';
import { settle } from '../../../src/domain/refund/settle.js';

const goods = { categories: [], tags: [] };
const apple: PricedLine = { ...goods, id: 'a', sku: 'apple', unitPrice: 1_000, quantity: 3 };
const pear: PricedLine = { ...goods, id: 'b', sku: 'pear', unitPrice: 500, quantity: 2 };
const offer = (id: string, kind: string, benefit: unknown, more: Partial<Offer> = {}): Offer => ({
  id,
  kind,
  ruleVersion: 1,
  benefit,
  scope: { store: true },
  ...more,
});

function bought(
  lines: readonly PricedLine[],
  offers: readonly Offer[],
  policies: Partial<Policies>,
  delivery = 0,
): Bought {
  const basket = { lines, buyer: {}, orderMode: 'normal' as const, delivery, coupons: ['c1'] };
  const at = '2026-11-22T12:00:00.000Z';
  const facts = { at, local: {}, policies: { ...DEFAULT_POLICIES, ...policies } };
  return { basket, offers, facts, paid: price(basket, offers, facts) };
}
const gone = (lines: Gone['lines'], more: Partial<Gone> = {}): Gone => ({ ...NOTHING_GONE, lines, ...more });

describe('a kept added gift', () => {
  const gift = offer(
    'g',
    'buy-x-get-y',
    {
      buy: { quantity: 3 },
      get: { quantity: 2, placement: 'added', sku: 'kiwi', unitPrice: 150 },
      repeat: false,
    },
    { scope: { skus: ['apple'] } },
  );
  const under = (returns: Policies['returns']) => bought([apple, pear], [gift], { returns });

  test('costs its stated value once what earned it has returned', () => {
    expect(paidBack(under('re-evaluate'), gone({ a: 1 }))).toBe(1_000 - 300);
  });

  test('costs only the pieces that are kept', () => {
    expect(paidBack(under('re-evaluate'), gone({ a: 1 }, { gifts: { g: 1 } }))).toBe(1_000 - 150);
    expect(paidBack(under('re-evaluate'), gone({ a: 1 }, { gifts: { g: 2 } }))).toBe(1_000);
  });

  test('costs nothing while it is still earned, or under keep-discount', () => {
    expect(paidBack(under('re-evaluate'), gone({ b: 2 }))).toBe(1_000);
    expect(paidBack(under('keep-discount'), gone({ a: 3 }))).toBe(3_000);
  });
});

describe('delivery', () => {
  const shipping = offer('s', 'free-shipping', {}, { when: { minAmount: 3_000 } });

  test('stays paid under keep-discount and goes back with everything else under re-evaluate', () => {
    const all = gone({ a: 3, b: 2 });
    expect(paidBack(bought([apple, pear], [], { returns: 'keep-discount' }, 800), all)).toBe(4_000);
    expect(paidBack(bought([apple, pear], [], { returns: 're-evaluate' }, 800), all)).toBe(4_800);
  });

  test('that was free is owed when what is kept does not earn it', () => {
    expect(paidBack(bought([apple, pear], [shipping], { returns: 're-evaluate' }, 800), gone({ a: 2 }))).toBe(1_200);
  });
});

describe('a price set by hand', () => {
  test('stays the price of what is kept', () => {
    const order = bought([apple, pear], [], { returns: 're-evaluate' });
    const lines = [{ id: 'a', pay: 2_000, byHand: true }, ...order.paid.lines.slice(1)];
    const byHand = { ...order, paid: { ...order.paid, lines, pay: 3_000 } };
    expect(paidBack(byHand, gone({ a: 1 }))).toBe(667);
    expect(paidBack(byHand, gone({ a: 2 }))).toBe(1_334);
    expect(paidBack(byHand, gone({ a: 3 }))).toBe(2_000);
  });
});

describe('weighed weights', () => {
  const melon: PricedLine = { ...goods, id: 'm', sku: 'melon', unitPrice: 2_000, grams: 2_500 };
  const spend = offer('p1', 'spend-threshold', { ladder: [{ from: 10_000, amountOff: 800 }] });
  const weighed = (actualWeightThreshold: Policies['actualWeightThreshold'], grams: number) =>
    paidBack(
      bought([melon], [spend], { returns: 're-quote-actual-weight', actualWeightThreshold }),
      gone({}, { weighed: { m: grams } }),
    );

  test('below a threshold lose its discount when thresholds are seen on them', () => {
    expect(weighed('actual', 2_450)).toBe(-600);
  });

  test('keep it when thresholds stay as they were met on the ordered weight', () => {
    expect(weighed('ordered', 2_450)).toBe(200);
    expect(weighed('ordered', 2_600)).toBe(-400);
  });

  test('keep a rate and its condition, too', () => {
    const rate = offer('p2', 'percentage', { percentOffBp: 1_000 }, { when: { minGrams: 2_500 } });
    const order = bought([melon], [rate], { returns: 're-quote-actual-weight', actualWeightThreshold: 'ordered' });
    expect(paidBack(order, gone({}, { weighed: { m: 2_000 } }))).toBe(9_000 - 7_200);
  });
});

describe('settling', () => {
  const rules = (negativeRefund: Policies['negativeRefund']) =>
    ({ ...DEFAULT_POLICIES, returns: 're-evaluate', negativeRefund }) as const;

  test('a debt is netted with the next refund', () => {
    expect(settle({ refunded: 100, debt: 0 }, 60, rules('debt'))).toEqual({ refund: -40, payout: 0, debt: 40 });
    expect(settle({ refunded: 60, debt: 40 }, 75, rules('debt'))).toEqual({ refund: 15, payout: 0, debt: 25 });
    expect(settle({ refunded: 75, debt: 25 }, 150, rules('debt'))).toEqual({ refund: 75, payout: 50, debt: 0 });
  });

  test('a forbidden negative refund is nothing now and less later', () => {
    expect(settle({ refunded: 100, debt: 0 }, 60, rules('forbidden'))).toEqual({ refund: 0, payout: 0, debt: 0 });
    expect(settle({ refunded: 100, debt: 0 }, 150, rules('forbidden'))).toEqual({ refund: 50, payout: 50, debt: 0 });
  });
});

test('a coupon comes back once everything has, unless the shop keeps it', () => {
  const coupon = offer('c1', 'fixed-amount', { amountOff: 500 }, { coupon: true });
  const order = bought([apple, pear], [coupon], {});
  expect(couponsBack(order, gone({ a: 3, b: 1 }), ['c1'])).toEqual([]);
  expect(couponsBack(order, gone({ a: 3, b: 2 }), ['c1'])).toEqual(['c1']);
  expect(couponsBack(bought([apple], [coupon], { couponOnReturn: 'never' }), gone({ a: 3 }), ['c1'])).toEqual([]);
});
