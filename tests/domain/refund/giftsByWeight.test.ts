import { describe, expect, test } from '@jest/globals';
import type { PricedLine } from '../../../src/domain/pricing/basket.js';
import type { Offer } from '../../../src/domain/pricing/offer.js';
import { DEFAULT_POLICIES, type Policies } from '../../../src/domain/pricing/policies.js';
import { price } from '../../../src/domain/pricing/price.js';
import { type Bought, type Gone, NOTHING_GONE } from '../../../src/domain/refund/bought.js';
import { paidBack } from '../../../src/domain/refund/paidBack.js';

/** ¥10 per 500 g. */
const cherry = (grams: number): PricedLine => ({
  id: 'c',
  sku: 'cherry',
  unitPrice: 1_000,
  grams,
  categories: [],
  tags: [],
});
const offer = (kind: string, benefit: unknown): Offer => ({
  id: 'g',
  kind,
  ruleVersion: 1,
  benefit,
  scope: { skus: ['cherry'] },
});

function bought(grams: number, gift: Offer, policies: Partial<Policies>): Bought {
  const basket = { lines: [cherry(grams)], buyer: {}, orderMode: 'normal' as const, delivery: 0, coupons: [] };
  const facts = {
    at: '2026-11-22T12:00:00.000Z',
    local: {},
    policies: { ...DEFAULT_POLICIES, returns: 're-quote-actual-weight' as const, ...policies },
  };
  return { basket, offers: [gift], facts, paid: price(basket, [gift], facts) };
}

const weighed = (grams: number, more: Partial<Gone> = {}): Gone => ({
  ...NOTHING_GONE,
  weighed: { c: grams },
  ...more,
});
const ORDERED = { actualWeightThreshold: 'ordered' } as const;
const ACTUAL = { actualWeightThreshold: 'actual' } as const;

describe('an added gift for weight bought', () => {
  // 500 g of grapes, said to be worth ¥6, for every 2 kg of cherries.
  const grapes = offer('buy-x-get-y', {
    buy: { grams: 2_000 },
    get: { grams: 500, placement: 'added', sku: 'grape', unitPrice: 600 },
    repeat: true,
  });

  test('is paid at its stated value when the scales say less and thresholds are seen on them', () => {
    expect(paidBack(bought(2_000, grapes, ACTUAL), weighed(1_950))).toBe(100 - 600);
  });

  test('goes with what was ordered when thresholds are pinned to that', () => {
    expect(paidBack(bought(2_000, grapes, ORDERED), weighed(1_950))).toBe(100);
    expect(paidBack(bought(2_000, grapes, ORDERED), weighed(2_050))).toBe(-100);
  });

  test('of which there would be more by the scales stays as it was ordered', () => {
    const almost = bought(3_990, grapes, ORDERED);
    expect(almost.paid.gifts).toMatchObject([{ grams: 500 }]);
    expect(paidBack(almost, weighed(4_010))).toBe(-40);
  });

  test('is paid at its stated value once what earned it has returned, for the grams that are kept', () => {
    for (const policies of [ORDERED, ACTUAL, { returns: 're-evaluate' } as const]) {
      const order = bought(2_000, grapes, policies);
      const half = { ...NOTHING_GONE, lines: { c: 1_000 } };
      expect(paidBack(order, half)).toBe(2_000 - 600);
      expect(paidBack(order, { ...half, gifts: { g: 200 } })).toBe(2_000 - 360);
      expect(paidBack(order, { ...half, gifts: { g: 500 } })).toBe(2_000);
    }
  });

  test('of two, one goes back with the half that earned it', () => {
    const order = bought(4_000, grapes, ORDERED);
    expect(order.paid.gifts).toMatchObject([{ grams: 1_000, value: 1_200 }]);
    // Weighed 50 g short, of which 1.9 kg return: 2,050 of 4,000 ordered grams keep one gift.
    expect(paidBack(order, weighed(3_950, { lines: { c: 1_900 } }))).toBe(8_000 - 4_100 - 600);
    expect(paidBack(order, weighed(3_950, { lines: { c: 2_000 } }))).toBe(8_000 - 3_900 - 600);
    expect(paidBack(order, weighed(3_950, { lines: { c: 2_001 } }))).toBe(8_000 - 3_898 - 1_200);
  });

  test('goes back with everything for all that was paid, whatever the scales said', () => {
    for (const grams of [1_950, 2_000, 2_050]) {
      const all = weighed(grams, { lines: { c: grams }, gifts: { g: 500 } });
      expect(paidBack(bought(2_000, grapes, ORDERED), all)).toBe(4_000);
      expect(paidBack(bought(2_000, grapes, ORDERED), { ...all, gifts: {} })).toBe(4_000 - 600);
    }
  });
});

describe('whole gifts and blocks in the basket', () => {
  // Of 2.5 kg, 500 g are free.
  const inBasket = offer('buy-x-get-y', {
    buy: { grams: 2_000 },
    get: { grams: 500, placement: 'in-basket' },
    repeat: false,
  });
  // Every second 500 g at half price.
  const second = offer('nth-item', { nth: 2, percentOffBp: 5_000, unitGrams: 500 });

  test('are kept under pinned thresholds: only the weight beside them changes', () => {
    const gift = bought(2_500, inBasket, ORDERED);
    expect(gift.paid.pay).toBe(4_000);
    expect(paidBack(gift, weighed(2_450))).toBe(100);
    expect(paidBack(bought(2_500, inBasket, ACTUAL), weighed(2_450))).toBe(100 - 1_000);
    const half = bought(1_000, second, ORDERED);
    expect(half.paid.pay).toBe(1_500);
    expect(paidBack(half, weighed(990))).toBe(20);
    expect(paidBack(bought(1_000, second, ACTUAL), weighed(990))).toBe(20 - 500);
  });

  test('are lost with the goods that earned them', () => {
    const some = weighed(2_450, { lines: { c: 450 } });
    expect(paidBack(bought(2_500, inBasket, ORDERED), some)).toBe(0);
  });

  test('given in parts follow the scales', () => {
    const parts = bought(2_500, inBasket, { ...ORDERED, partGift: true });
    expect(paidBack(parts, weighed(2_450))).toBe(0);
    expect(paidBack(parts, weighed(2_550))).toBe(-100);
  });
});
