import { describe, expect, test } from '@jest/globals';
import {
  atBestRate,
  climbGreedily,
  nextThatGivesMore,
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

  test('names the nearest step that gives more, never one that gives less or nothing', () => {
    const low = { from: 30, amountOff: 10 };
    const falling = [low, { from: 100, amountOff: 25 }];
    // At 99 three low steps give 30; one fen more makes the high one count, which gives 25.
    expect(nextThatGivesMore(falling, 99)).toEqual({ shortfall: { amount: 31 }, gives: { amountOff: 5 } });
    expect(nextThatGivesMore(falling, 130)).toEqual({ shortfall: { amount: 30 }, gives: { amountOff: 10 } });
    expect(nextThatGivesMore([low, { from: 100, amountOff: 11 }], 99)).toBeUndefined();
    expect(nextThatGivesMore([{ from: 0, amountOff: 5 }], 99)).toBeUndefined();
  });

  test('keeps that promise from every base, and skips no nearer one', () => {
    const ladders = [
      ladder,
      [...ladder, { from: 120, amountOff: 15 }],
      [
        { from: 7, amountOff: 5 },
        { from: 50, amountOff: 6 },
      ],
    ];
    for (const steps of ladders) {
      for (let base = 7; base <= 400; base++) {
        const next = nextThatGivesMore(steps, base);
        const now = climbGreedily(steps, base).amountOff;
        const gain = (more: number) => climbGreedily(steps, base + more).amountOff - now;
        if (!next) continue;
        const { amount } = next.shortfall;
        expect(next.gives.amountOff).toBe(gain(amount));
        for (let more = 1; more < amount; more++) expect(gain(more)).toBeLessThanOrEqual(0);
        expect(gain(amount)).toBeGreaterThan(0);
      }
    }
  });
});
