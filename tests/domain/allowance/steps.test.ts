import { describe, expect, test } from '@jest/globals';
import { cancel, confirm, expire, type HoldStep, release } from '../../../src/domain/allowance/decisions.js';
import type { AfterCancel } from '../../../src/domain/allowance/events.js';
import { MOST_EXPIRED } from '../../../src/domain/allowance/room.js';
import { type Allowance, noAllowance, remainingAt } from '../../../src/domain/allowance/state.js';
import { allowanceAggregate } from '../../../src/domain/allowance/stream.js';
import type { Instant } from '../../../src/domain/kernel/instant.js';
import { deciderSpecification, folded, NOW } from '../../deciderSpecification.js';
import { cancelled, confirmed, expired, held, later, opened, released } from './sampleAllowance.js';

const { given } = deciderSpecification(allowanceAggregate);
const o1: HoldStep = { hold: 'o1' };
const confirming = (step: HoldStep) => (state: Allowance, at: Instant) => confirm(state, step, at);
const releasing = (step: HoldStep) => (state: Allowance, at: Instant) => release(state, step, at);
const cancelling =
  (step: HoldStep, afterCancel: AfterCancel = 'reusable') =>
  (state: Allowance, at: Instant) =>
    cancel(state, step, afterCancel, at);

describe('confirming', () => {
  test('makes an open hold final, once', () => {
    given(opened(), held('o1')).when(confirming(o1)).then(confirmed('o1'));
  });

  test.each([
    ['was never held', []],
    ['was released', [held('o1'), released('o1')]],
    ['has expired', [held('o1'), expired('o1')]],
    ['has ended, though nobody said so yet', [held('o1', { until: NOW })]],
    ['was cancelled', [held('o1'), confirmed('o1'), cancelled('o1', 'reusable')]],
  ])('what %s is refused', (_, past) => {
    given(opened(), ...past)
      .when(confirming(o1))
      .thenRejected('NO_RESERVATION', { hold: 'o1' });
  });
});

describe('releasing', () => {
  test('gives an open hold back, once', () => {
    given(opened(), held('o1')).when(releasing(o1)).then(released('o1'));
  });

  test('a confirmed one is refused', () => {
    given(opened(), held('o1'), confirmed('o1')).when(releasing(o1)).thenRejected('ALREADY_CONFIRMED');
  });

  test('what is not held changes nothing', () => {
    given().when(releasing(o1)).thenNothing();
    given(opened()).when(releasing(o1)).thenNothing();
    given(opened(), held('o1'), released('o1')).when(releasing(o1)).thenNothing();
    given(opened(), held('o1'), expired('o1')).when(releasing(o1)).thenNothing();
    given(opened(), held('o1'), confirmed('o1'), cancelled('o1', 'consumed')).when(releasing(o1)).thenNothing();
  });

  test('what has ended says that it has', () => {
    given(opened(), held('o1', { until: NOW }))
      .when(releasing(o1))
      .then(expired('o1'));
  });
});

describe('cancelling', () => {
  test.each(['reusable', 'consumed'] as const)('undoes a confirmed hold, once: %s', (afterCancel) => {
    given(opened(), held('o1'), confirmed('o1')).when(cancelling(o1, afterCancel)).then(cancelled('o1', afterCancel));
  });

  test('gives back what may be used again, and only that', () => {
    const left = (afterCancel: AfterCancel) =>
      remainingAt(
        folded(allowanceAggregate, [opened(), held('o1'), confirmed('o1'), cancelled('o1', afterCancel)]),
        NOW,
      );
    expect([left('reusable'), left('consumed')]).toEqual([3, 2]);
  });

  test('what is only held, or not held, is refused', () => {
    given(opened(), held('o1')).when(cancelling(o1)).thenRejected('NOT_CONFIRMED');
    given(opened()).when(cancelling(o1)).thenRejected('NO_RESERVATION');
    given(opened(), held('o1', { until: NOW }))
      .when(cancelling(o1))
      .thenRejected('NO_RESERVATION');
  });
});

describe('a hold of one order', () => {
  const past = [opened(), held('o1', { order: 'o1' })];

  test.each([
    ['confirmed', confirming],
    ['released', releasing],
    ['cancelled', cancelling],
  ])('is %s by no other order and by nobody without one', (_, step) => {
    for (const order of ['o2', undefined]) {
      given(...past)
        .when(step({ hold: 'o1', order }))
        .thenRejected('HOLD_OF_ANOTHER');
    }
  });

  test('is confirmed by that order', () => {
    given(...past)
      .when(confirming({ hold: 'o1', order: 'o1' }))
      .then(confirmed('o1'));
  });
});

describe('expiring', () => {
  test('ends what has ended, the earliest first', () => {
    given(opened(), held('a', { until: NOW }), held('b', { until: later(-5) }), held('c'))
      .when(expire)
      .then(expired('b'), expired('a'));
    given(opened(), held('c')).when(expire).thenNothing();
  });

  test('goes by the time of the decision, so an open hold stands', () => {
    given(opened(), held('o1', { until: later(0.001) }))
      .when(expire)
      .thenNothing();
  });

  test('ends no more at once than one append holds', () => {
    const crowd = Array.from({ length: 1_000 }, (_, n) => held(`h${n}`, { until: NOW }));
    const decided = expire(folded(allowanceAggregate, [opened(), ...crowd]), NOW);
    expect(decided).toHaveLength(MOST_EXPIRED);
  });
});

test('a log no decision could have made is not folded', () => {
  expect(() => folded(allowanceAggregate, [held('o1')])).toThrow(TypeError);
  expect(() => folded(allowanceAggregate, [opened(), confirmed('o1')])).toThrow(TypeError);
  expect(noAllowance).toMatchObject({ terms: null, held: 0, confirmed: 0 });
});
