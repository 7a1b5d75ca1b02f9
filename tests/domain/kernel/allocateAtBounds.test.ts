import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate } from '../../../src/domain/kernel/allocate.js';
import { MAX_BASKET_AMOUNT } from '../../../src/domain/kernel/money.js';

/** Largest remainder in whole numbers of any size. */
function exactly(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  const products = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = products.map((product) => Number(product / sum));
  const byRemainder = products
    .map((product, at) => ({ at, remainder: product % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1));
  const rest = amount - parts.reduce((total, part) => total + part, 0);
  for (const { at } of byRemainder.slice(0, rest)) parts[at]!++;
  return parts;
}

test('the fractions of amounts at the bounds are compared exactly', () => {
  const large = fc.integer({ min: MAX_BASKET_AMOUNT / 100, max: MAX_BASKET_AMOUNT });
  fc.assert(
    fc.property(large, fc.array(large, { minLength: 2, maxLength: 8 }), (amount, weights) => {
      expect(allocate(amount, weights)).toEqual(exactly(amount, weights));
    }),
    { numRuns: 2_000 },
  );
});

test('ties go to the earlier weight, however many there are', () => {
  const weights = Array.from({ length: 25 }, () => 7);
  expect(allocate(11, weights)).toEqual(weights.map((_, at) => (at < 11 ? 1 : 0)));
});
