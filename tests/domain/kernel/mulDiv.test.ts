import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_BASKET_AMOUNT, MAX_UNIT_PRICE } from '../../../src/domain/kernel/money.js';
import { mulDiv, type Rounding } from '../../../src/domain/kernel/mulDiv.js';
import { JIN, MAX_LINE_GRAMS } from '../../../src/domain/kernel/weight.js';

const ROUNDINGS: readonly Rounding[] = ['half-up', 'down', 'up'];

/** The same in whole numbers without end: ⌊(2ab + d) / 2d⌋ is half up. */
function reference(a: number, b: number, divisor: number, rounding: Rounding): bigint {
  const [product, by] = [BigInt(a) * BigInt(b), BigInt(divisor)];
  if (rounding === 'down') return product / by;
  return rounding === 'up' ? (product + by - 1n) / by : (2n * product + by) / (2n * by);
}

const upTo = (max: number) => fc.oneof(fc.nat({ max }), fc.integer({ min: max - 1_000, max }), fc.nat({ max: 20 }));

describe('a × b / divisor', () => {
  test.each(ROUNDINGS)('within the bounds is what whole numbers without end give, rounded %s', (rounding) => {
    fc.assert(
      fc.property(
        upTo(MAX_UNIT_PRICE),
        upTo(MAX_LINE_GRAMS),
        fc.constantFrom(JIN, 1_000, 10_000, 7),
        (a, b, divisor) => {
          expect(BigInt(mulDiv(a, b, divisor, rounding))).toBe(reference(a, b, divisor, rounding));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test.each(ROUNDINGS)('beyond 2^53 is exact too, rounded %s', (rounding) => {
    const amount = upTo(MAX_BASKET_AMOUNT);
    fc.assert(
      fc.property(amount, amount, amount, (a, b, more) => {
        const divisor = Math.max(a, b, 1) + more;
        expect(BigInt(mulDiv(a, b, divisor, rounding))).toBe(reference(a, b, divisor, rounding));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is exact on both sides of 2^53', () => {
    // 2^53 - 1 = 6361 × 1416003655831.
    const [a, b] = [6_361, 1_416_003_655_831];
    for (const [left, right] of [
      [a, b],
      [a, b + 1],
      [a + 1, b],
      [94_906_266, 94_906_266],
    ] as const) {
      for (const rounding of ROUNDINGS)
        expect(BigInt(mulDiv(left, right, 10, rounding))).toBe(reference(left, right, 10, rounding));
    }
  });

  test('rounds half a fen up, less than half down', () => {
    expect([mulDiv(5, 1, 10), mulDiv(4, 1, 10), mulDiv(15, 1, 10), mulDiv(3, 1, 7), mulDiv(4, 1, 7)]).toEqual([
      1, 0, 2, 0, 1,
    ]);
  });

  test('rounds down and up only where there is a rest', () => {
    expect([mulDiv(20, 1, 10, 'up'), mulDiv(21, 1, 10, 'up'), mulDiv(29, 1, 10, 'down')]).toEqual([2, 3, 2]);
  });

  test('whose result is no safe integer is refused', () => {
    expect(() => mulDiv(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError);
    expect(mulDiv(Number.MAX_SAFE_INTEGER, 2, 2)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => mulDiv(Number.MAX_SAFE_INTEGER, 3, 2, 'up')).toThrow(RangeError);
  });
});
