import type { AfterCancel } from '../allowance/events.js';
import { type Instant, plusMillis } from '../kernel/instant.js';
import type { Fen } from '../kernel/money.js';
import { Rejection } from '../kernel/rejection.js';
import { RETAKEN_MILLIS } from './constants.js';
import type { OrderEvent, OrderHold, Refusal } from './events.js';
import { refuseBusy } from './refusals.js';
import { compensatedOf, keyOf, type Order, payOf, releaseKey, type ToRelease } from './state.js';

type Decided = readonly OrderEvent[];

/** A payment: its id at whoever took it, and how much it was. `hold`: the id under which holds are taken again. */
export interface Payment {
  readonly payment: string | null;
  readonly amount?: Fen | undefined;
  readonly hold: string;
}

/**
 * Before the deadline it is paid; after it, everything it held is taken again first (retaking).
 * @throws Rejection ORDER_UNKNOWN, ORDER_BUSY, ORDER_OVER, ALREADY_PAID, AMOUNT_DIFFERS.
 */
export function pay(state: Order, { payment, amount, hold }: Payment, at: Instant): Decided {
  if (state.status === 'paid' || state.status === 'retaking') {
    if (state.payment === payment) return [];
    if (state.status === 'paid')
      throw new Rejection('ALREADY_PAID', 'Another payment paid it.', { payment: state.payment });
  }
  refuseBusy(state);
  if (state.status === 'refused' || state.status === 'cancelled') {
    throw new Rejection('ORDER_OVER', `It is ${state.status}: pay the payment back.`, { status: state.status });
  }
  const due = payOf(state);
  if (amount !== undefined && amount !== due) {
    throw new Rejection('AMOUNT_DIFFERS', `It costs ${due} fen, not ${amount}.`, { due, amount });
  }
  if (state.status === 'placed' && at < state.deadline) return [paid(state, payment)];
  const expired: Decided = state.status === 'placed' ? [expiredNow(state)] : [];
  if (state.holds.length === 0) return [...expired, paid(state, payment, true)];
  const until = plusMillis(at, RETAKEN_MILLIS);
  return [...expired, { type: 'order-retaking', data: { payment, hold, until } }];
}

/** Everything was taken again: the late payment counts. */
export function payLate(state: Order): Decided {
  return state.status === 'retaking' ? [paid(state, state.payment, true)] : [];
}

/** Not everything could be taken again: the payment is to be paid back. */
export function refusePayment(state: Order, refusal: Refusal): Decided {
  if (state.status !== 'retaking') return [];
  return [{ type: 'payment-refused', data: { ...refusal, payment: state.payment } }];
}

/** At its deadline an unpaid order expires; before it nothing happens. */
export function expire(state: Order, at: Instant): Decided {
  return state.status === 'placed' && at >= state.deadline ? [expiredNow(state)] : [];
}

/**
 * Gives everything back: holds of an unpaid order; of a paid one the money, and its uses if the shop lets them be used
 * again. @throws Rejection ORDER_UNKNOWN, ORDER_BUSY, ORDER_OVER, ORDER_RETURNED.
 */
export function cancel(state: Order, reason: string, afterCancel: AfterCancel): Decided {
  if (state.status === 'cancelled') return [];
  if (!state.changing) refuseBusy(state);
  const { status, customer } = state;
  if (status === 'refused' || status === 'expired') {
    throw new Rejection('ORDER_OVER', `It is ${status}: there is nothing to cancel.`, { status });
  }
  if (Object.keys(state.returns).length > 0 || Object.keys(state.gone.weighed).length > 0) {
    throw new Rejection('ORDER_RETURNED', 'Some of it has returned or was weighed: return the rest instead.');
  }
  const refund = status === 'paid' ? payOf(state) - compensatedOf(state) : 0;
  return [{ type: 'order-cancelled', data: { customer, reason, refund, afterCancel } }];
}

/** Holds that could not be confirmed are taken again under other ids; which those are is decided here, once. */
export function settleRetaken(
  state: Order,
  seen: readonly OrderHold[],
  holds: readonly OrderHold[],
  lost: readonly string[],
): Decided {
  if (!isToConfirm(state, seen)) return [];
  return [{ type: 'holds-retaken', data: { holds, lost: [...state.lost, ...lost] } }];
}

/** What became of the holds of a paid order, as whoever went through them saw them. */
export function settleConfirmed(
  state: Order,
  seen: readonly OrderHold[],
  holds: readonly OrderHold[],
  lost: readonly string[],
): Decided {
  if (!isToConfirm(state, seen)) return [];
  return [{ type: 'holds-confirmed', data: { holds, lost: [...state.lost, ...lost] } }];
}

function isToConfirm({ status, toConfirm, holds }: Order, seen: readonly OrderHold[]): boolean {
  const isAsSeen = holds.length === seen.length && holds.every((hold, index) => keyOf(hold) === keyOf(seen[index]!));
  return status === 'paid' && toConfirm && isAsSeen;
}

/** What was given back, whoever else gave it back meanwhile. */
export function settleReleased(state: Order, released: readonly ToRelease[]): Decided {
  const known = new Set(state.toRelease.map(releaseKey));
  const holds = released.map(releaseKey).filter((key) => known.has(key));
  return holds.length > 0 ? [{ type: 'holds-released', data: { holds } }] : [];
}

function paid(state: Order, payment: string | null, late = false): OrderEvent {
  return { type: 'order-paid', data: { customer: state.customer, payment, pay: payOf(state), late } };
}

function expiredNow({ customer }: Order): OrderEvent {
  return { type: 'order-expired', data: { customer } };
}
