import { describe, expect, test } from '@jest/globals';
import { plusMillis } from '../../../src/domain/kernel/instant.js';
import { pointsUntil, projectedEnd } from '../../../src/projections/allowances/burnDown.js';
import { followed, held, minuteOf, opened, step } from './trialSale.js';

describe('the burn-down of an allowance', () => {
  test('has a point for each hour in which something happened, as it stood at its end', () => {
    const { history } = followed(
      [0, opened(100)],
      [10, held('a', 10, 200)],
      [50, held('b', 5, 200)],
      [61, step('hold-confirmed', 'a')],
      [185, step('hold-released', 'b')],
    );
    expect(pointsUntil(history, minuteOf(180))).toEqual([
      { hour: minuteOf(0), at: minuteOf(50), total: 100, held: 15, confirmed: 0 },
      { hour: minuteOf(60), at: minuteOf(61), total: 100, held: 5, confirmed: 10 },
    ]);
    expect(pointsUntil(history, minuteOf(200)).at(-1)).toMatchObject({ hour: minuteOf(180), held: 0, confirmed: 10 });
  });

  test('ends when what is left is taken as fast as what was taken since it opened', () => {
    const { history } = followed([0, opened(100)], [60, held('a', 25, 999)]);
    // 25 in two hours: the other 75 take six more.
    expect(projectedEnd(history, minuteOf(120))).toBe(minuteOf(120 + 360));
    // And the same question later is answered by a slower sale.
    expect(projectedEnd(history, minuteOf(240))).toBe(minuteOf(240 + 720));
  });

  test('counts only the last 24 hours, from the beginning of an hour', () => {
    const day = 24 * 60;
    const { history } = followed(
      [0, opened(1_000)],
      [10, held('a', 500, 99_999)],
      [2 * day + 5, held('b', 100, 99_999)],
    );
    // At 00:30 of the fourth day: 100 since 00:00 of the third.
    expect(projectedEnd(history, minuteOf(3 * day + 30))).toBe(minuteOf(3 * day + 30 + 4 * (day + 30)));
  });

  test('has no end without a total, without takers, with nothing left, or out of sight', () => {
    expect(projectedEnd(followed([0, opened(null)], [1, held('a', 1, 99)]).history, minuteOf(60))).toBeNull();
    expect(projectedEnd(followed([0, opened(5)]).history, minuteOf(60))).toBeNull();
    expect(projectedEnd(followed([0, opened(5)], [1, held('a', 5, 99)]).history, minuteOf(60))).toBeNull();
    expect(projectedEnd(followed([0, opened(5_000)], [1, held('a', 1, 99)]).history, minuteOf(60))).toBeNull();
    const givenBack = followed([0, opened(5)], [1, held('a', 1, 99)], [2, step('hold-released', 'a')]);
    expect(projectedEnd(givenBack.history, minuteOf(60))).toBeNull();
  });

  test('is exact beyond 2^53', () => {
    const { history } = followed([0, opened(1_000_000_000_000)], [1, held('a', 1_000_000_007, 9_999)]);
    const expected = (BigInt(1_000_000_000_000 - 1_000_000_007) * 7_200_000n) / 1_000_000_007n + 1n;
    expect(projectedEnd(history, minuteOf(120))).toBe(plusMillis(minuteOf(120), Number(expected)));
  });
});
