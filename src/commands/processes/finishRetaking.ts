import type { Refusal } from '../../domain/order/events.js';
import { payLate, refusePayment } from '../../domain/order/paying.js';
import { holdsUntil } from '../../domain/order/placing.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { type OrderAt, recordStep } from './orderStep.js';
import { releaseAll } from './releaseHolds.js';
import { takeHold } from './takeHolds.js';

/** Takes everything again for a late payment; the order is paid, or the payment refused by the first no. */
export async function finishRetaking(deps: OrderDeps, at: OrderAt): Promise<void> {
  const refusal = await takeAllAgain(deps, at);
  const after = await recordStep(deps, at, 'retake', (order) =>
    refusal ? refusePayment(order, refusal) : payLate(order),
  );
  if (after.status !== 'paid') await releaseAll(deps, at, at.order.holds);
}

async function takeAllAgain(deps: OrderDeps, { id, order, cause }: OrderAt): Promise<Refusal | null> {
  for (const hold of order.holds) {
    const refusal = await takeHold(deps, cause, { order: id, customer: order.customer }, hold, holdsUntil(order));
    if (refusal) return refusal;
  }
  return null;
}
