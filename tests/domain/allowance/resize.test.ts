import { describe, expect, test } from '@jest/globals';
import { type Resize, resize } from '../../../src/domain/allowance/decisions.js';
import { type Allowance, remainingAt } from '../../../src/domain/allowance/state.js';
import { allowanceAggregate } from '../../../src/domain/allowance/stream.js';
import type { Instant } from '../../../src/domain/kernel/instant.js';
import { deciderSpecification, folded, NOW } from '../../deciderSpecification.js';
import { confirmed, expired, held, later, opened, released, resized, threeUses } from './sampleAllowance.js';

const { given } = deciderSpecification(allowanceAggregate);
const to =
  (amount: number, more: Partial<Resize> = {}) =>
  (state: Allowance, at: Instant) =>
    resize(state, { hold: 'o1', amount, ...more }, at);

describe('making a hold smaller', () => {
  test('gives the difference back in one decision, once', () => {
    given(opened(), held('o1', { amount: 3 }))
      .when(to(1))
      .then(resized('o1', 1));
    given(opened(), held('o1', { amount: 3 }), resized('o1', 1))
      .when(to(1))
      .thenNothing();
    const state = folded(allowanceAggregate, [opened(), held('o1', { amount: 3, customer: 'c1' }), resized('o1', 1)]);
    expect([state.held, remainingAt(state, NOW), state.customers.get('c1')?.taken]).toEqual([1, 2, 1]);
  });

  test('works where nothing is left, and where the customer may take no more', () => {
    const terms = { ...threeUses, perCustomer: 3 };
    given(opened(terms), held('o1', { amount: 3, customer: 'c1' }))
      .when(to(2))
      .then(resized('o1', 2));
  });

  test('is counted on the day of the hold', () => {
    const state = folded(allowanceAggregate, [
      opened({ ...threeUses, perCustomerDay: { uses: 3, zone: 'Asia/Shanghai' } }),
      held('o1', { amount: 3, customer: 'c1', day: '2026-11-22' }),
      resized('o1', 1),
    ]);
    expect(state.customers.get('c1')?.byDay.get('2026-11-22')).toBe(1);
  });
});

describe('making a hold larger', () => {
  test('takes the difference', () => {
    given(opened(), held('o1'), held('o2')).when(to(2)).then(resized('o1', 2));
  });

  test('takes all of it or nothing', () => {
    given(opened(), held('o1'), held('o2'))
      .when(to(3))
      .thenRejected('LIMIT_REACHED', { remaining: 1, asked: 2, limit: 3 });
    given(opened({ ...threeUses, perCustomer: 2 }), held('o1', { customer: 'c1' }))
      .when(to(3))
      .thenRejected('CUSTOMER_LIMIT_REACHED');
  });

  test('ends what stands in the way and has ended', () => {
    given(opened(), held('o1'), held('o2', { amount: 2, until: NOW }))
      .when(to(2))
      .then(expired('o2'), resized('o1', 2));
  });
});

describe('a hold that cannot be resized', () => {
  test('is none that stands', () => {
    given(opened()).when(to(2)).thenRejected('NO_RESERVATION');
    given(opened(), held('o1'), released('o1')).when(to(2)).thenRejected('NO_RESERVATION');
    given(opened(), held('o1', { until: NOW }))
      .when(to(2))
      .thenRejected('NO_RESERVATION');
  });

  test('is confirmed, another order’s, or asked for no amount', () => {
    given(opened(), held('o1'), confirmed('o1')).when(to(2)).thenRejected('ALREADY_CONFIRMED');
    given(opened(), held('o1', { order: 'o1' }))
      .when(to(2))
      .thenRejected('HOLD_OF_ANOTHER');
    for (const amount of [0, -1, 1.5, 2 ** 53])
      given(opened(), held('o1')).when(to(amount)).thenRejected('AMOUNT_INVALID');
  });

  test('keeps its end when it is resized', () => {
    const state = folded(allowanceAggregate, [opened(), held('o1', { until: later(60) }), resized('o1', 3)]);
    expect(state.deadlines.first()).toMatchObject({ hold: 'o1', until: later(60), amount: 3 });
  });
});
