import { describe, expect, test } from '@jest/globals';
import { type HoldRequest, hold, MAX_HOLD_MILLIS } from '../../../src/domain/allowance/decisions.js';
import type { AllowanceTerms } from '../../../src/domain/allowance/events.js';
import { type Allowance, remainingAt } from '../../../src/domain/allowance/state.js';
import { allowanceAggregate } from '../../../src/domain/allowance/stream.js';
import { type Instant, plusMillis } from '../../../src/domain/kernel/instant.js';
import { deciderSpecification, folded, NOW } from '../../deciderSpecification.js';
import {
  adjusted,
  asking,
  cancelled,
  confirmed,
  expired,
  held,
  later,
  opened,
  released,
  threeUses,
} from './sampleAllowance.js';

const { given } = deciderSpecification(allowanceAggregate);
/** The clock of every zone shows the date of the instant. */
const holding = (request: HoldRequest) => (state: Allowance, at: Instant) =>
  hold(state, request, { at, dayIn: () => at.slice(0, 10) });

const oneUse: AllowanceTerms = { ...threeUses, total: 1 };
const oneEach: AllowanceTerms = { ...threeUses, perCustomer: 1 };
const oneADay: AllowanceTerms = { ...threeUses, total: null, perCustomerDay: { uses: 1, zone: 'Asia/Shanghai' } };
const budget: AllowanceTerms = { ...threeUses, unit: 'money', total: 10_000 };
const revised: AllowanceTerms = { ...threeUses, total: 5, source: { promotion: 'p1', revision: 2 } };

describe('holding', () => {
  test('opens an allowance nobody opened', () => {
    given()
      .when(holding(asking('o1')))
      .then(opened(), held('o1'));
  });

  test('records whose it is', () => {
    given(opened())
      .when(holding(asking('o1', { order: 'o1', customer: 'c1' })))
      .then(held('o1', { order: 'o1', customer: 'c1' }));
  });

  test('again while the first stands changes nothing', () => {
    given(opened(oneUse), held('o1'))
      .when(holding(asking('o1', { until: later(5) })))
      .thenNothing();
    given(opened(oneUse), held('o1'), confirmed('o1'))
      .when(holding(asking('o1')))
      .thenNothing();
  });

  test('again with another amount or for another customer or order is refused', () => {
    const past = [opened(), held('o1', { customer: 'c1', order: 'o1' })];
    const same = { customer: 'c1', order: 'o1' };
    given(...past)
      .when(holding(asking('o1', { ...same, amount: 2 })))
      .thenRejected('HOLD_DIFFERS', { held: 1, asked: 2 });
    given(...past)
      .when(holding(asking('o1', { ...same, customer: 'c2' })))
      .thenRejected('HOLD_DIFFERS');
    given(...past)
      .when(holding(asking('o1', { ...same, order: 'o2' })))
      .thenRejected('HOLD_OF_ANOTHER');
  });

  test('is possible again once the first was given back, ended or cancelled', () => {
    given(opened(oneUse), held('o1'), released('o1'))
      .when(holding(asking('o1')))
      .then(held('o1'));
    given(opened(oneUse), held('o1'), expired('o1'))
      .when(holding(asking('o1')))
      .then(held('o1'));
    given(opened(oneUse), held('o1'), confirmed('o1'), cancelled('o1', 'reusable'))
      .when(holding(asking('o1')))
      .then(held('o1'));
  });
});

describe('a limit over all', () => {
  test.each([
    ['uses', 'LIMIT_REACHED'],
    ['stock', 'OUT_OF_STOCK'],
    ['money', 'BUDGET_EXCEEDED'],
  ] as const)('of %s refuses what would exceed it, says what remains, and takes what fits', (unit, code) => {
    const terms = { ...budget, unit };
    const past = [opened(terms), held('o1', { amount: 6_000 })];
    given(...past)
      .when(holding(asking('o2', { amount: 4_001, terms })))
      .thenRejected(code, { remaining: 4_000, limit: 10_000, asked: 4_001 });
    given(...past)
      .when(holding(asking('o3', { amount: 4_000, terms })))
      .then(held('o3', { amount: 4_000 }));
  });

  test('stays used after a cancellation that consumes', () => {
    given(opened(oneUse), held('o1'), confirmed('o1'), cancelled('o1', 'consumed'))
      .when(holding(asking('o2')))
      .thenRejected('LIMIT_REACHED', { remaining: 0 });
  });

  test('of zero refuses everything', () => {
    given()
      .when(holding(asking('o1', { terms: { ...threeUses, total: 0 } })))
      .thenRejected('LIMIT_REACHED', { remaining: 0 });
  });
});

describe('a hold that has ended', () => {
  test('makes way for another, which says so first', () => {
    given(opened(oneUse), held('o1', { until: NOW }))
      .when(holding(asking('o2')))
      .then(expired('o1'), held('o2'));
  });

  test('stands until the millisecond before its end', () => {
    given(opened(oneUse), held('o1', { until: plusMillis(NOW, 1) }))
      .when(holding(asking('o2')))
      .thenRejected('LIMIT_REACHED');
  });

  test('stays while there is room without it, and goes in the order of ends as far as it takes', () => {
    given(opened(), held('o1', { until: NOW }))
      .when(holding(asking('o2')))
      .then(held('o2'));
    given(opened(budget), ...['a', 'b', 'c'].map((id, n) => held(id, { amount: 3_000, until: later(-n) })))
      .when(holding(asking('o', { amount: 7_000, terms: budget })))
      .then(expired('c'), expired('b'), held('o', { amount: 7_000 }));
  });

  test('of the same name makes way for the new one', () => {
    given(opened(), held('o1', { until: NOW }))
      .when(holding(asking('o1')))
      .then(expired('o1'), held('o1'));
  });

  test('counts as free in what remains', () => {
    const state = folded(allowanceAggregate, [opened(), held('o1', { until: NOW }), held('o2')]);
    expect([remainingAt(state, later(-1)), remainingAt(state, NOW), remainingAt(state, later(900))]).toEqual([1, 2, 3]);
  });

  test('by the thousand is ended step by step', () => {
    const terms = { ...budget, total: 1_000 };
    const crowd = Array.from({ length: 1_000 }, (_, n) => held(`h${n}`, { until: NOW }));
    given(opened(terms), ...crowd)
      .when(holding(asking('o', { amount: 900, terms })))
      .thenRejected('ALLOWANCE_SETTLING', { retryAfterSeconds: 1 });
  });
});

describe('a limit of each customer', () => {
  test('is judged with the shared one, which is named first', () => {
    const past = [opened(oneEach), held('o1', { customer: 'c1' })];
    given(...past)
      .when(holding(asking('o2', { customer: 'c1', terms: oneEach })))
      .thenRejected('CUSTOMER_LIMIT_REACHED', { remaining: 0, limit: 1 });
    given(...past, held('o2', { customer: 'c2' }), held('o3', { customer: 'c3' }))
      .when(holding(asking('o4', { customer: 'c1', terms: oneEach })))
      .thenRejected('LIMIT_REACHED');
  });

  test('gives back what was released or ended', () => {
    given(opened(oneEach), held('o1', { customer: 'c1' }), released('o1'))
      .when(holding(asking('o2', { customer: 'c1', terms: oneEach })))
      .then(held('o2', { customer: 'c1' }));
    given(opened(oneEach), held('o1', { customer: 'c1', until: NOW }))
      .when(holding(asking('o2', { customer: 'c1', terms: oneEach })))
      .then(expired('o1'), held('o2', { customer: 'c1' }));
  });

  test('ends no hold twice when both limits need it gone', () => {
    const one = { ...oneEach, total: 1 };
    given(opened(one), held('o1', { customer: 'c1', until: NOW }))
      .when(holding(asking('o2', { customer: 'c1', terms: one })))
      .then(expired('o1'), held('o2', { customer: 'c1' }));
  });

  test('takes a customer', () => {
    given()
      .when(holding(asking('o1', { terms: oneEach })))
      .thenRejected('CUSTOMER_NEEDED', { promotion: 'p1' });
  });

  test('on one day counts that day only', () => {
    given(opened(oneADay), held('o1', { customer: 'c1', day: '2026-11-21' }))
      .when(holding(asking('o2', { customer: 'c1', terms: oneADay })))
      .then(held('o2', { customer: 'c1', day: '2026-11-22' }));
    given(opened(oneADay), held('o1', { customer: 'c1', day: '2026-11-22' }))
      .when(holding(asking('o2', { customer: 'c1', terms: oneADay })))
      .thenRejected('CUSTOMER_LIMIT_REACHED', { per: 'on one day' });
    given(opened(oneADay), held('o1', { customer: 'c1', day: '2026-11-22' }), released('o1'))
      .when(holding(asking('o2', { customer: 'c1', terms: oneADay })))
      .then(held('o2', { customer: 'c1', day: '2026-11-22' }));
  });
});

describe('the revision of the promotion that a hold comes with', () => {
  test('adjusts an allowance that does not know it yet', () => {
    given(opened())
      .when(holding(asking('o1', { terms: revised })))
      .then(adjusted(revised), held('o1'));
  });

  test('is ignored when it is older', () => {
    given(opened(revised), held('o1'), held('o2'), held('o3'))
      .when(holding(asking('o4')))
      .then(held('o4'));
  });

  test('that lowers below what is taken refuses until enough was given back', () => {
    const one = { ...revised, total: 1 };
    given(opened(), held('o1'), held('o2'))
      .when(holding(asking('o3', { terms: one })))
      .thenRejected('LIMIT_REACHED', { remaining: 0, limit: 1 });
    given(opened(), held('o1'), held('o2'), released('o1'), released('o2'))
      .when(holding(asking('o3', { terms: one })))
      .then(adjusted(one), held('o3'));
  });

  test('cannot change what is counted', () => {
    given(opened())
      .when(holding(asking('o1', { terms: { ...revised, unit: 'money' } })))
      .thenRejected('ALLOWANCE_UNIT_FIXED');
  });
});

describe('a hold that makes no sense is refused:', () => {
  test.each([0, -1, 1.5, Number.NaN, 2 ** 53])('an amount of %p', (amount) => {
    given(opened())
      .when(holding(asking('o1', { amount })))
      .thenRejected('AMOUNT_INVALID');
  });

  test('one that has ended already', () => {
    given(opened())
      .when(holding(asking('o1', { until: NOW })))
      .thenRejected('HOLD_OVER', { at: NOW });
  });

  test('one of years', () => {
    const latest = plusMillis(NOW, MAX_HOLD_MILLIS);
    given(opened())
      .when(holding(asking('o1', { until: plusMillis(latest, 1) })))
      .thenRejected('HOLD_TOO_LONG', { latest });
    given(opened())
      .when(holding(asking('o1', { until: '2126-11-22T12:00:00.000Z' })))
      .thenRejected('HOLD_TOO_LONG', { latest });
    given(opened())
      .when(holding(asking('o1', { until: latest })))
      .then(held('o1', { until: latest }));
  });
});
