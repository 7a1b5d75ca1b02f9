import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { confirm, expire, hold, open, release } from '../../../src/domain/allowance/decisions.js';
import type { AllowanceEvent } from '../../../src/domain/allowance/events.js';
import { evolveAllowance, noAllowance, remainingAt } from '../../../src/domain/allowance/state.js';
import type { Recorded } from '../../../src/domain/kernel/decider.js';
import { plusMillis } from '../../../src/domain/kernel/instant.js';
import { Rejection } from '../../../src/domain/kernel/rejection.js';
import { soldOutAt } from '../../../src/projections/allowances/allowanceHistory.js';
import { followed, type Happened, held, minuteOf, opened, START, step, terms } from './trialSale.js';

describe('the times an allowance was sold out', () => {
  const soldOut = ({ state, history }: ReturnType<typeof followed>, minutes: number) =>
    soldOutAt(history, state, minuteOf(minutes)).map(({ from, until }) => [from, until]);

  test('begin with the hold that takes the last and end when something is given back', () => {
    const sale = followed(
      [0, opened(2)],
      [1, held('a', 1, 30)],
      [2, held('b', 1, 30)],
      [3, step('hold-confirmed', 'a')],
      [5, step('hold-released', 'b')],
      [9, held('c', 1, 30)],
    );
    expect(soldOut(sale, 10)).toEqual([
      [minuteOf(2), minuteOf(5)],
      [minuteOf(9), null],
    ]);
    expect(sale.history.timesSoldOut).toBe(2);
  });

  test('end at the instant a hold ends, whenever the log says so', () => {
    const quiet = followed([0, opened(1)], [1, held('a', 1, 30)]);
    expect(soldOut(quiet, 29)).toEqual([[minuteOf(1), null]]);
    expect(soldOut(quiet, 45)).toEqual([[minuteOf(1), minuteOf(30)]]);
    const told = followed(
      [0, opened(1)],
      [1, held('a', 1, 30)],
      [45, step('hold-expired', 'a')],
      [45, held('b', 1, 90)],
    );
    expect(soldOut(told, 50)).toEqual([
      [minuteOf(1), minuteOf(30)],
      [minuteOf(45), null],
    ]);
  });

  test('go on when something is given back and taken again in one instant', () => {
    const swapped = followed(
      [0, opened(1)],
      [1, held('a', 1, 30)],
      [5, step('hold-released', 'a')],
      [5, held('b', 1, 30)],
    );
    expect(soldOut(swapped, 6)).toEqual([[minuteOf(1), null]]);
    expect(swapped.history.timesSoldOut).toBe(1);
  });

  test('begin when the total is lowered to what is taken, and end when it is raised', () => {
    const adjusted: AllowanceEvent = { type: 'allowance-adjusted', data: terms(1) };
    const raised: AllowanceEvent = { type: 'allowance-adjusted', data: terms(3) };
    const sale = followed([0, opened(5)], [1, held('a', 1, 99)], [2, adjusted], [7, raised]);
    expect(soldOut(sale, 8)).toEqual([[minuteOf(2), minuteOf(7)]]);
    expect(soldOut(sale, 5)).toEqual([[minuteOf(2), null]]);
  });

  test('are none without a total', () => {
    expect(soldOut(followed([0, opened(null)], [1, held('a', 9, 30)]), 2)).toEqual([]);
  });

  test('agree, at every minute, with what can still be taken', () => {
    const action = fc.record({
      wait: fc.nat({ max: 4 }),
      what: fc.nat({ max: 3 }),
      amount: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const { happened, end } = historyOf(actions);
        for (let minute = 0; minute <= end + 12; minute++) {
          const before = happened.filter(([at]) => at <= minute);
          const now = followed(...before);
          const open = soldOutAt(now.history, now.state, minuteOf(minute)).at(-1);
          const isOut = open !== undefined && open.until === null;
          expect(isOut).toBe(remainingAt(now.state, minuteOf(minute)) === 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** What the decisions make of attempts to hold, confirm, release and expire. */
function historyOf(actions: readonly { wait: number; what: number; amount: number }[]) {
  const happened: Happened[] = [];
  let state = evolveAllowance(noAllowance, recorded(open(noAllowance, terms(5))[0]!, 0));
  happened.push([0, opened(5)]);
  let minute = 0;
  for (const [n, { wait, what, amount }] of actions.entries()) {
    minute += wait;
    const at = minuteOf(minute);
    const id = `h${what === 0 ? n : n - 1}`;
    for (const event of attempted()) {
      state = evolveAllowance(state, recorded(event, happened.length));
      happened.push([minute, event]);
    }
    function attempted(): readonly AllowanceEvent[] {
      try {
        if (what === 1) return confirm(state, { hold: id }, at);
        if (what === 2) return release(state, { hold: id }, at);
        if (what === 3) return expire(state, at);
        const request = { hold: id, amount, until: plusMillis(at, 10 * 60_000), terms: terms(5) };
        return hold(state, request, { at, dayIn: () => '' });
      } catch (error) {
        if (error instanceof Rejection) return [];
        throw error;
      }
    }
  }
  return { happened, end: minute };
}

function recorded(event: AllowanceEvent, revision: number): Recorded<AllowanceEvent> {
  return { ...event, revision, recordedAt: START, effectiveFrom: START };
}
