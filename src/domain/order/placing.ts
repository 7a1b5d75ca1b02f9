import { type Instant, plusMillis } from '../kernel/instant.js';
import { Rejection } from '../kernel/rejection.js';
import { HOLD_GRACE_MILLIS, ORDER_VALID_MILLIS } from './constants.js';
import type { OrderEvent, Ordered, OrderHold, Refusal } from './events.js';
import type { Order } from './state.js';

type Decided = readonly OrderEvent[];

/** What to place: the promise, for whom, and what it takes of allowances. */
export interface Placing {
  readonly customer: string | null;
  readonly ordered: Ordered;
  readonly holds: readonly OrderHold[];
}

/** Whether an order pins this quote already. @throws Rejection ORDER_EXISTS when its id was taken with other content. */
export function isPlacedWith(state: Order, quote: string, customer: string | null): boolean {
  if (state.status === null) return false;
  if (state.placedWith === quote && state.customer === customer) return true;
  throw new Rejection('ORDER_EXISTS', 'An order with this id was placed with another quote: choose another id.');
}

/** Begins to place it; it is placed once the quote and every hold are taken. @throws Rejection ORDER_EXISTS */
export function startPlacing(state: Order, { customer, ordered, holds }: Placing, at: Instant): Decided {
  if (isPlacedWith(state, ordered.quote, customer)) return [];
  const deadline = plusMillis(at, ORDER_VALID_MILLIS);
  return [{ type: 'order-placing', data: { customer, ordered, holds, deadline } }];
}

/** All holds are taken; at its deadline it is too late for that. */
export function place(state: Order, at: Instant): Decided {
  if (state.status !== 'placing') return [];
  if (at >= state.deadline) return refuse(state, tooLate(state));
  return [{ type: 'order-placed', data: { customer: state.customer } }];
}

/** A promise did not hold: what was taken goes back. */
export function refuse(state: Order, refusal: Refusal): Decided {
  return state.status === 'placing' ? [{ type: 'order-refused', data: refusal }] : [];
}

/** Until when the holds of an order stand. */
export function holdsUntil({ holdsUntil, deadline }: Order): Instant {
  return holdsUntil ?? plusMillis(deadline, HOLD_GRACE_MILLIS);
}

function tooLate({ deadline }: Order): Refusal {
  return { code: 'ORDER_DEADLINE_PASSED', facts: { deadline } };
}
