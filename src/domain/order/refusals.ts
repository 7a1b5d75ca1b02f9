import { Rejection } from '../kernel/rejection.js';
import type { Order } from './state.js';

/** @throws Rejection ORDER_UNKNOWN; ORDER_BUSY while a step of it is under way. */
export function refuseBusy({ status, changing }: Order): void {
  if (status === null) throw new Rejection('ORDER_UNKNOWN', 'There is no order with this id.');
  if (status === 'placing' || status === 'retaking' || changing) {
    throw new Rejection('ORDER_BUSY', 'A step of this order is under way: try again in a moment.', {
      step: changing ? 'changing' : status,
      retryAfterSeconds: 1,
    });
  }
}

/** @throws Rejection ORDER_OVER when it was refused, cancelled or has expired. */
export function refuseOver({ status }: Order): void {
  if (status === 'refused' || status === 'cancelled' || status === 'expired') {
    throw new Rejection('ORDER_OVER', `It is ${status}: place a new order.`, { status });
  }
}
