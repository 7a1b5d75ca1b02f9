import { expect, test } from '@jest/globals';
import type { Goods } from '../../../src/domain/pricing/calculation.js';
import { unmetCondition } from '../../../src/domain/pricing/conditions.js';
import type { Conditions } from '../../../src/domain/pricing/offer.js';
import type { Line } from '../../../src/domain/pricing/purchase.js';

const lines = [
  { at: 0, list: 500, pieces: 2, grams: 0 },
  { at: 1, list: 700, pieces: 0, grams: 900 },
] as unknown as Line[];
const goods: Goods = { lines, counted: lines, giftLines: lines, prices: [400, 600] };

test.each<[Conditions, string, object, object]>([
  [{ minAmount: 1_001 }, 'threshold-not-met', { amount: 1 }, { minAmount: 1_001, amount: 1_000, base: 'running' }],
  [{ amountOver: 1_000 }, 'threshold-not-met', { amount: 1 }, { amountOver: 1_000, amount: 1_000, base: 'running' }],
  [{ minQuantity: 5 }, 'quantity-not-met', { quantity: 3 }, { minQuantity: 5, quantity: 2 }],
  [{ minGrams: 1_000 }, 'weight-not-met', { grams: 100 }, { minGrams: 1_000, grams: 900 }],
])('%o is not met, with what is there and what is missing', (when, reason, shortfall, facts) => {
  const unmet = unmetCondition(when, goods, 'running');
  expect(unmet).toMatchObject({ reason, shortfall });
  expect(unmet?.facts()).toEqual(facts);
});

test('what is exactly reached is met, on running or on list prices', () => {
  const when = { minAmount: 1_000, amountOver: 999, minQuantity: 2, minGrams: 900 };
  expect(unmetCondition(when, goods, 'running')).toBeUndefined();
  expect(unmetCondition({ minAmount: 1_200 }, goods, 'original')).toBeUndefined();
  expect(unmetCondition({ minAmount: 1_201 }, goods, 'original')?.facts()).toMatchObject({ base: 'original' });
  expect(unmetCondition(undefined, goods, 'running')).toBeUndefined();
});
