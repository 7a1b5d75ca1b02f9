import { describe, expect, test } from '@jest/globals';
import type { PricingFacts } from '../../../../src/domain/pricing/facts.js';
import type { Offer } from '../../../../src/domain/pricing/offer.js';
import { mostAtList, mostItCanGive } from '../../../../src/domain/pricing/selection/mostItCanGive.js';
import { applyInOrder } from '../../../../src/domain/pricing/walk.js';
import { basketOf, factsOf } from '../given.js';
import { givenOffers, off } from './givenOffers.js';

const basket = basketOf([
  { id: 'a', quantity: 3 },
  { id: 'b', quantity: 2, unitPrice: 3_000 },
]);
const everySecond = { kind: 'nth-item', benefit: { nth: 2, percentOffBp: 5_000 } } as const;

function mostOf(offer: Partial<Offer>, facts: Partial<PricingFacts> = {}, policies = {}): number {
  const { candidates, situation } = givenOffers([off('p1', 'AB', offer)], basket, factsOf(policies, facts));
  return mostAtList(candidates[0]!, situation);
}

describe('an offer of which less can give no more', () => {
  test('can give at most what it gives alone', () => {
    expect(mostOf({})).toBe(100);
  });

  test('can give its budget, where alone it would exceed it and go without', () => {
    expect(mostOf({}, { remaining: { p1: { budget: 70 } } })).toBe(70);
  });

  test('can give nothing when it is sold out', () => {
    expect(mostOf({}, { remaining: { p1: { uses: 0, budget: 70 } } })).toBe(0);
  });
});

describe('an offer of which less can give more', () => {
  test('can give at most the bound of its kind: two of the dearest pieces, and what may be rounded up', () => {
    expect(mostOf(everySecond)).toBe(3_002);
  });

  test('can give at most its cap', () => {
    expect(mostOf({ ...everySecond, cap: 500 })).toBe(500);
  });

  test('can give at most what is left of the greatest discount', () => {
    expect(mostOf(everySecond, {}, { greatestDiscountBp: 1_000 })).toBe(900);
  });

  test('can give at most its budget', () => {
    expect(mostOf(everySecond, { remaining: { p1: { budget: 400 } } })).toBe(400);
  });

  test('can give nothing when it is sold out, or short of its condition', () => {
    expect(mostOf(everySecond, { remaining: { p1: { uses: 0 } } })).toBe(0);
    expect(mostOf({ ...everySecond, when: { minAmount: 9_001 } })).toBe(0);
  });

  test('can give nothing once its lines are closed', () => {
    const closing = off('p0', 'AB', { stacking: { exclusive: 'line', lane: 1 } });
    const { candidates, situation } = givenOffers([closing, off('p1', 'AB', everySecond)], basket);
    expect(mostItCanGive(candidates[1]!, applyInOrder(candidates, situation).end, situation)).toBe(0);
  });
});
