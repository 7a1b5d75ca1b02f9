import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate } from '../../../src/domain/kernel/allocate.js';
import { MAX_BASKET_AMOUNT } from '../../../src/domain/kernel/money.js';

interface GoldenCase {
  readonly id: string;
  readonly title: string;
  readonly policy?: { readonly allocation?: string };
  readonly weights: readonly number[];
  readonly amount: number;
  readonly expect?: readonly number[];
  readonly expectAnyOrder?: readonly number[];
}

const golden = JSON.parse(readFileSync('tests/golden/allocation.json', 'utf8')) as {
  readonly cases: readonly GoldenCase[];
};
/** Largest remainder is the default; negative amounts and errors are for those who refund. */
const ours = golden.cases.filter(
  ({ policy, weights, amount }) =>
    (policy?.allocation ?? 'largest-remainder') === 'largest-remainder' && weights.length > 0 && amount >= 0,
);

/** Hamilton's method said another way: one by one to whoever is furthest behind their exact share. */
function reference(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  const parts = weights.map((weight) => (BigInt(amount) * BigInt(weight)) / sum);
  const behind = (index: number) => BigInt(amount) * BigInt(weights[index]!) - parts[index]! * sum;
  for (let rest = BigInt(amount) - parts.reduce((total, part) => total + part, 0n); rest > 0n; rest--) {
    let furthest = 0;
    for (let index = 1; index < parts.length; index++) if (behind(index) > behind(furthest)) furthest = index;
    parts[furthest]! += 1n;
  }
  return parts.map(Number);
}

const anAmount = fc.oneof(fc.nat({ max: 1_000 }), fc.nat({ max: MAX_BASKET_AMOUNT }));
const weight = fc.oneof(fc.constantFrom(0, 1, 5_000), fc.nat({ max: 100 }), fc.nat({ max: MAX_BASKET_AMOUNT }));
const someWeights = fc
  .array(weight, { minLength: 1, maxLength: 20 })
  .filter((weights) => weights.some((one) => one > 0));
const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);

describe('sharing an amount over weights', () => {
  test('gives what the largest remainders of whole numbers without end give', () => {
    fc.assert(
      fc.property(anAmount, someWeights, (amount, weights) => {
        expect(allocate(amount, weights)).toEqual(reference(amount, weights));
      }),
      { numRuns: 1_000 },
    );
  });

  test('gives parts that sum to the amount, none further than one from its exact share', () => {
    fc.assert(
      fc.property(anAmount, someWeights, (amount, weights) => {
        const parts = allocate(amount, weights);
        const sum = BigInt(total(weights));
        expect(total(parts)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          const exact = BigInt(amount) * BigInt(weights[index]!);
          expect(exact - BigInt(part) * sum < sum && BigInt(part) * sum - exact < sum).toBe(true);
        }
      }),
    );
  });

  test('never gives a part above its weight when the amount is not above their sum', () => {
    fc.assert(
      fc.property(someWeights, fc.double({ min: 0, max: 1, noNaN: true }), (weights, share) => {
        const parts = allocate(Math.floor(total(weights) * share), weights);
        expect(parts.every((part, index) => part <= weights[index]!)).toBe(true);
      }),
    );
  });

  test('gives what is left over to the earlier of equals', () => {
    expect(allocate(5, [1, 1, 1])).toEqual([2, 2, 1]);
    expect(allocate(1, [0, 3, 3])).toEqual([0, 1, 0]);
    expect(allocate(2, [1, 2, 1])).toEqual([1, 1, 0]);
  });

  test('gives nothing where there is nothing to share or nobody to share with', () => {
    expect(allocate(0, [1, 2])).toEqual([0, 0]);
    expect(allocate(7, [0, 0])).toEqual([0, 0]);
    expect(allocate(7, [])).toEqual([]);
  });

  test.each(ours.map((one) => [one.id, one.title, one] as const))('golden %s: %s', (_, __, one) => {
    const parts = allocate(one.amount, one.weights);
    if (one.expect) expect(parts).toEqual(one.expect);
    else expect(parts.sort()).toEqual(one.expectAnyOrder);
  });

  test('knows the golden cases by largest remainder', () => {
    expect(ours.length).toBeGreaterThanOrEqual(12);
  });
});
