import type { Fen } from '../kernel/money.js';
import { Rejection } from '../kernel/rejection.js';
import type { OrderEvent } from './events.js';
import { refuseBusy, refuseOver } from './refusals.js';
import { compensatedOf, type Order, payOf } from './state.js';

/** What keeps an order from being compensated without a person who looks at it. */
export const UNCOMPENSATED = ['not-paid', 'priced-by-hand', 'returned'] as const;
export type Uncompensated = (typeof UNCOMPENSATED)[number];

/** Why the price of its quote is not simply what the customer paid for what they have; null: it is. */
export function whyUncompensated({ status, byHand, returns, gone }: Order): Uncompensated | null {
  if (status !== 'paid') return 'not-paid';
  if (Object.keys(byHand).length > 0) return 'priced-by-hand';
  if (Object.keys(returns).length > 0 || Object.keys(gone.weighed).length > 0) return 'returned';
  return null;
}

/** What is still to be paid back when `due` is what the order should have cost; a customer never owes for an error. */
export function toCompensate(state: Order, due: Fen): Fen {
  if (whyUncompensated(state) !== null) return 0;
  return Math.max(0, payOf(state) - due - compensatedOf(state));
}

/**
 * Pays back what a corrected price would have saved. Told again, pays what is not paid yet: nothing.
 * @throws Rejection ORDER_UNKNOWN, ORDER_BUSY, ORDER_OVER, NOT_PAID, NOT_COMPENSABLE.
 */
export function compensate(state: Order, due: Fen, reason: string): readonly OrderEvent[] {
  refuseBusy(state);
  refuseOver(state);
  const why = whyUncompensated(state);
  if (why === 'not-paid') throw new Rejection('NOT_PAID', 'It is not paid: change it to a new quote instead.');
  if (why !== null) {
    throw new Rejection('NOT_COMPENSABLE', `It was ${why.replaceAll('-', ' ')}: decide by hand what is fair.`, { why });
  }
  const amount = toCompensate(state, due);
  if (amount === 0) return [];
  const { customer, ordered } = state;
  return [
    { type: 'order-compensated', data: { customer, quote: ordered.quote, pay: payOf(state), due, amount, reason } },
  ];
}
