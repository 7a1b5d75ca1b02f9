import { describe, expect, test } from '@jest/globals';
import {
  atBestRate,
  climbGreedily,
  rateNeverFalls,
} from '../../../../src/domain/pricing/kinds/spend-threshold/greedyLadder.js';

const ladder = [
  { from: 30, amountOff: 3 },
  { from: 100, amountOff: 15 },
];

describe('a greedy ladder', () => {
  test.each([
    [29, 0, [0, 0], 1],
    [30, 3, [1, 0], 30],
    [99, 9, [3, 0], 1],
    [100, 15, [0, 1], 30],
    [130, 18, [1, 1], 30],
    [265, 36, [2, 2], 25],
  ])('at %d gives %d', (base, amountOff, times, toNext) => {
    expect(climbGreedily(ladder, base)).toEqual({ amountOff, times, toNext });
  });

  test('counts a step from 0 once, on what is left', () => {
    const withBase = [{ from: 0, amountOff: 1 }, ...ladder];
    expect(climbGreedily(withBase, 130).amountOff).toBe(18);
    expect(climbGreedily(withBase, 131).amountOff).toBe(19);
    expect(climbGreedily(withBase, 131).times).toEqual([1, 1, 1]);
    expect(climbGreedily(withBase, 131).toNext).toBe(29);
  });

  test('whose steps keep their rate never gives less for more', () => {
    expect(rateNeverFalls(ladder)).toBe(true);
    expect(rateNeverFalls([{ from: 0, amountOff: 2 }])).toBe(false);
    expect(
      rateNeverFalls([
        { from: 10, amountOff: 2 },
        { from: 20, amountOff: 4 },
      ]),
    ).toBe(true);
    expect(
      rateNeverFalls([
        { from: 10, amountOff: 2 },
        { from: 20, amountOff: 3 },
      ]),
    ).toBe(false);
    expect(
      rateNeverFalls([
        { from: 0, amountOff: 2 },
        { from: 20, amountOff: 30 },
      ]),
    ).toBe(false);
  });

  test('gives at no base more than the whole of it at the best rate', () => {
    const falling = [
      { from: 0, amountOff: 2 },
      { from: 10, amountOff: 5 },
      { from: 25, amountOff: 6 },
    ];
    for (let base = 0; base <= 200; base++) {
      for (let less = 0; less <= base; less++) {
        expect(climbGreedily(falling, less).amountOff).toBeLessThanOrEqual(atBestRate(falling, base));
      }
    }
    expect(atBestRate(falling, 100)).toBe(53);
  });
});
