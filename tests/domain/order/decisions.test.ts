import { describe, expect, test } from '@jest/globals';
import { plusMillis } from '../../../src/domain/kernel/instant.js';
import { change, refuseChange, repriceLine, startChanging } from '../../../src/domain/order/changing.js';
import { dueOf } from '../../../src/domain/order/due.js';
import type { OrderEvent, OrderHold } from '../../../src/domain/order/events.js';
import {
  cancel,
  expire,
  pay,
  payLate,
  refusePayment,
  settleConfirmed,
  settleReleased,
  settleRetaken,
} from '../../../src/domain/order/paying.js';
import { place, refuse, startPlacing } from '../../../src/domain/order/placing.js';
import type { Order } from '../../../src/domain/order/state.js';
import { orderAggregate } from '../../../src/domain/order/stream.js';
import { deciderSpecification, folded, NOW } from '../../deciderSpecification.js';
import { cancelled, expired, gone, latelyPaid, ordered, paid, placed, placing, stock, uses } from './sampleOrder.js';

const { given } = deciderSpecification(orderAggregate);
const paying =
  (payment: string | null = 'p1', amount?: number) =>
  (state: Order, at: string) =>
    pay(state, { payment, amount, hold: 'again' }, at);
const cancelling = (state: Order) => cancel(state, '不要了', 'reusable');
const retaking: OrderEvent = {
  type: 'order-retaking',
  data: { payment: 'p1', hold: 'again', until: plusMillis(NOW, 5 * 60_000) },
};
const changing = (
  takes: readonly OrderHold[] = [],
  drops: readonly OrderHold[] = [],
  shrinks?: readonly OrderHold[],
): OrderEvent => ({
  type: 'order-changing',
  data: { ordered: { ...ordered, quote: 'q2' }, takes, drops, ...(shrinks && { shrinks }) },
});

describe('placing', () => {
  const starting =
    (quote = 'q1', customer = 'c1') =>
    (state: Order, at: string) =>
      startPlacing(state, { customer, ordered: { ...ordered, quote }, holds: [uses] }, at);

  test('pins the promise and waits half an hour for its payment', () => {
    const deadline = plusMillis(NOW, 30 * 60_000);
    given()
      .when(starting())
      .then({ type: 'order-placing', data: { customer: 'c1', ordered, holds: [uses], deadline } });
  });

  test('is refused under an id that was taken with other content', () => {
    given(placing(), placed).when(starting()).thenNothing();
    given(placing(), placed).when(starting('q2')).thenRejected('ORDER_EXISTS');
    given(placing(), placed).when(starting('q1', 'c2')).thenRejected('ORDER_EXISTS');
  });

  test('ends placed or refused, and too late at its deadline', () => {
    given(placing(1)).when(place).then(placed);
    given(placing(0))
      .when(place)
      .then({ type: 'order-refused', data: { code: 'ORDER_DEADLINE_PASSED', facts: { deadline: NOW } } });
    given(placing())
      .when((state) => refuse(state, gone))
      .then({ type: 'order-refused', data: gone });
  });

  test('that was decided is not decided otherwise', () => {
    given(placing(), placed)
      .when((state) => refuse(state, gone))
      .thenNothing();
    given(placing(), { type: 'order-refused', data: gone }).when(place).thenNothing();
  });
});

describe('paying', () => {
  test('a millisecond before the deadline pays, at it everything is taken again', () => {
    given(placing(1), placed).when(paying()).then(paid);
    given(placing(0), placed).when(paying()).then(expired, retaking);
    given(placing(-1), placed, expired).when(paying()).then(retaking);
  });

  test('late pays at once when there is nothing to take again', () => {
    given(placing(0, []), placed).when(paying()).then(expired, latelyPaid);
  });

  test('late ends paid or refused', () => {
    given(placing(0), placed, expired, retaking).when(payLate).then(latelyPaid);
    given(placing(0), placed, expired, retaking)
      .when((state) => refusePayment(state, gone))
      .then({ type: 'payment-refused', data: { ...gone, payment: 'p1' } });
    given(placing(), placed).when(payLate).thenNothing();
  });

  test('twice is once; another payment or amount is refused', () => {
    given(placing(), placed, paid).when(paying()).thenNothing();
    given(placing(0), placed, expired, retaking).when(paying()).thenNothing();
    given(placing(0), placed, expired, retaking).when(paying('p2')).thenRejected('ORDER_BUSY');
    given(placing(), placed, paid).when(paying('p2')).thenRejected('ALREADY_PAID', { payment: 'p1' });
    given(placing(), placed).when(paying('p1', 4_441)).thenRejected('AMOUNT_DIFFERS', { due: 4_440, amount: 4_441 });
  });

  test('what is not there, under way or over is refused', () => {
    given().when(paying()).thenRejected('ORDER_UNKNOWN');
    given(placing()).when(paying()).thenRejected('ORDER_BUSY', { step: 'placing' });
    given(placing(), placed, changing()).when(paying()).thenRejected('ORDER_BUSY', { step: 'changing' });
    given(placing(), placed, cancelled()).when(paying()).thenRejected('ORDER_OVER', { status: 'cancelled' });
    given(placing(), { type: 'order-refused', data: gone }).when(paying()).thenRejected('ORDER_OVER');
  });
});

describe('expiring', () => {
  test('happens at the deadline and not before, and never to what was paid or cancelled', () => {
    given(placing(1), placed).when(expire).thenNothing();
    given(placing(0), placed).when(expire).then(expired);
    given(placing(0), placed, changing()).when(expire).then(expired);
    for (const past of [[placed, paid], [placed, cancelled()], [placed, expired], []]) {
      given(placing(0), ...past)
        .when(expire)
        .thenNothing();
    }
  });
});

describe('cancelling', () => {
  test('gives an unpaid order back for nothing and a paid one for what was paid', () => {
    given(placing(), placed).when(cancelling).then(cancelled());
    given(placing(), placed, changing()).when(cancelling).then(cancelled());
    given(placing(), placed, paid).when(cancelling).then(cancelled(4_440));
  });

  test('is refused while a step is under way and once it is over or something returned', () => {
    const weighed = { refund: 0, payout: 0, debt: 0, lines: [{ line: '1', grams: 1_500 }] };
    given(placing()).when(cancelling).thenRejected('ORDER_BUSY');
    given(placing(0), placed, expired, retaking).when(cancelling).thenRejected('ORDER_BUSY');
    given(placing(), placed, expired).when(cancelling).thenRejected('ORDER_OVER');
    given(placing(), placed, paid, { type: 'lines-weighed', data: weighed })
      .when(cancelling)
      .thenRejected('ORDER_RETURNED');
  });
});

describe('changing', () => {
  const to =
    (...takes: readonly Pick<OrderHold, 'allowance' | 'amount' | 'terms'>[]) =>
    (state: Order, at: string) =>
      startChanging(state, { ordered: { ...ordered, quote: 'q2' }, takes, hold: 'h2' }, at);
  const want = ({ hold: _, ...take }: OrderHold, amount = take.amount) => ({ ...take, amount });
  const held = (hold: OrderHold, amount: number) => ({ ...hold, amount, hold: 'h2' });

  test.each<[string, ReturnType<typeof to>, OrderEvent]>([
    ['the same takes nothing', to(want(uses), want(stock)), changing()],
    ['more takes the difference', to(want(uses), want(stock, 5)), changing([held(stock, 2)])],
    ['less makes the hold smaller', to(want(uses), want(stock, 2)), changing([], [], [{ ...stock, amount: 2 }])],
    ['without drops', to(want(uses)), changing([], [stock])],
  ])('to %s', (_, decide, event) => {
    given(placing(), placed).when(decide).then(event);
  });

  test('makes the new promise the order’s, or leaves the old one', () => {
    const changed: OrderEvent = { type: 'order-changed', data: { unswapped: [] } };
    given(placing(), placed, changing())
      .when((state) => change(state))
      .then(changed);
    given(placing(), placed, changing())
      .when((state) => refuseChange(state, gone))
      .then({ type: 'order-change-refused', data: gone });
    const shrunk = { ...stock, amount: 2 };
    const after = folded(orderAggregate, [placing(), placed, changing([held(uses, 1)], [uses], [shrunk]), changed]);
    expect(after.holds).toEqual([shrunk, held(uses, 1)]);
    expect(after.toRelease).toMatchObject([uses, { ...stock, amount: 2, keeps: 2 }]);
  });

  test('to less of a hold in several parts lets go of the last ones first', () => {
    const two = held(stock, 2);
    const changed: OrderEvent = { type: 'order-changed', data: { unswapped: [] } };
    const inTwoParts = [placing(), placed, changing([two]), changed];
    const less = (amount: number) => (state: Order, at: string) =>
      startChanging(
        state,
        { ordered: { ...ordered, quote: 'q3' }, takes: [want(uses), want(stock, amount)], hold: 'h3' },
        at,
      );
    const to3 = (...difference: [OrderHold[], OrderHold[], OrderHold[]?]): OrderEvent => {
      const [takes, drops, shrinks] = difference;
      return {
        type: 'order-changing',
        data: { ordered: { ...ordered, quote: 'q3' }, takes, drops, ...(shrinks && { shrinks }) },
      };
    };
    given(...inTwoParts)
      .when(less(4))
      .then(to3([], [], [{ ...two, amount: 1 }]));
    given(...inTwoParts)
      .when(less(3))
      .then(to3([], [two]));
    given(...inTwoParts)
      .when(less(1))
      .then(to3([], [two], [{ ...stock, amount: 1 }]));
  });

  test('of a log from before holds shrank takes a smaller hold, or keeps the larger', () => {
    const changed: OrderEvent = { type: 'order-changed', data: { unswapped: [] } };
    const after = folded(orderAggregate, [placing(), placed, changing([held(stock, 2)], [stock]), changed]);
    expect([after.holds, after.toRelease]).toMatchObject([[uses, held(stock, 2)], [stock]]);
    const larger = folded(orderAggregate, [
      placing(),
      placed,
      changing([held(stock, 2)], [stock]),
      { type: 'order-changed', data: { unswapped: ['flash.stock'] } },
    ]);
    expect([larger.holds, larger.toRelease]).toEqual([[uses, stock], []]);
  });

  test('is refused once it is paid, over, or its time has come', () => {
    given(placing(), placed, paid).when(to()).thenRejected('ORDER_PAID');
    given(placing(), placed, cancelled()).when(to()).thenRejected('ORDER_OVER');
    given(placing(0), placed).when(to()).thenRejected('ORDER_OVER');
    given(placing(), placed, {
      ...changing(),
      data: { ordered: { ...ordered, quote: 'q3' }, takes: [], drops: [] },
    } as OrderEvent)
      .when(to())
      .thenRejected('ORDER_BUSY');
    given().when(to()).thenRejected('ORDER_UNKNOWN');
  });
});

describe('a price by hand', () => {
  const pricing =
    (amount: number, line = '1') =>
    (state: Order, at: string) =>
      repriceLine(state, line, amount, '磕碰', at);

  test('lies between floor and list price', () => {
    for (const amount of [2_700, 3_840]) {
      given(placing(), placed)
        .when(pricing(amount))
        .then({ type: 'line-repriced', data: { line: '1', pay: amount, reason: '磕碰' } });
    }
    for (const amount of [2_699, 3_841, -1, 3_000.5]) {
      given(placing(), placed).when(pricing(amount)).thenRejected('PRICE_OUT_OF_RANGE');
    }
    given(placing(), placed).when(pricing(3_340)).thenNothing();
    given(placing(), placed).when(pricing(3_000, 'constructor')).thenRejected('LINE_UNKNOWN');
    given(placing(0), placed).when(pricing(3_000)).thenRejected('ORDER_OVER');
  });
});

describe('what is left to do', () => {
  const due = (...past: readonly OrderEvent[]) => dueOf(folded(orderAggregate, past))?.step ?? null;

  test('is read off the order', () => {
    expect(due(placing())).toBe('place');
    expect(due(placing(), placed)).toBe('expire');
    expect(due(placing(), placed, changing())).toBe('change');
    expect(due(placing(), placed, paid)).toBe('confirm');
    expect(due(placing(0, []), placed, paid)).toBeNull();
    expect(due(placing(), placed, cancelled())).toBe('release');
    expect(due(placing(0, []), placed, cancelled())).toBeNull();
    expect(due(placing(), placed, expired, retaking)).toBe('release');
  });

  test('is settled by those who did it, once', () => {
    given(placing(), placed, paid)
      .when((state) => settleConfirmed(state, state.holds, [uses], ['flash.stock']))
      .then({ type: 'holds-confirmed', data: { holds: [uses], lost: ['flash.stock'] } });
    given(placing(), placed, paid, cancelled(4_440))
      .when((state) => settleConfirmed(state, state.holds, [uses], []))
      .thenNothing();
    const again = { ...uses, hold: 'o1.again' };
    const { holds: asSeenBefore } = folded(orderAggregate, [placing(), placed, paid]);
    given(placing(), placed, paid)
      .when((state) => settleRetaken(state, asSeenBefore, [again], ['flash.stock']))
      .then({ type: 'holds-retaken', data: { holds: [again], lost: ['flash.stock'] } });
    const retaken = { type: 'holds-retaken', data: { holds: [again], lost: ['flash.stock'] } } as const;
    given(placing(), placed, paid, retaken)
      .when((state) => settleConfirmed(state, asSeenBefore, asSeenBefore, []))
      .thenNothing();
    given(placing(), placed, paid, retaken)
      .when((state) => settleConfirmed(state, [again], [again], []))
      .then({ type: 'holds-confirmed', data: { holds: [again], lost: ['flash.stock'] } });
    expect(due(placing(), placed, paid, retaken)).toBe('confirm');
    const { toRelease } = folded(orderAggregate, [placing(), placed, expired]);
    given(placing(), placed, expired)
      .when((state) => settleReleased(state, toRelease))
      .then({ type: 'holds-released', data: { holds: ['deal.uses/o1', 'flash.stock/o1'] } });
  });

  test('of a hold that shrank and then was let go is both, each settled by its own', () => {
    const changed: OrderEvent = { type: 'order-changed', data: { unswapped: [] } };
    const past = [placing(), placed, changing([], [], [{ ...stock, amount: 2 }]), changed];
    const { toRelease } = folded(orderAggregate, past);
    const shrunk: OrderEvent = { type: 'holds-released', data: { holds: ['flash.stock/o1>2'] } };
    given(...past, cancelled())
      .when((state) => settleReleased(state, toRelease))
      .then(shrunk);
    const after = folded(orderAggregate, [...past, cancelled(), shrunk]);
    expect(after.toRelease).toMatchObject([uses, { ...stock, amount: 2 }]);
  });
});
