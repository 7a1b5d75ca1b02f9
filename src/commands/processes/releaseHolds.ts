import type { OrderHold } from '../../domain/order/events.js';
import { settleReleased } from '../../domain/order/paying.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { type OrderAt, recordStep } from './orderStep.js';
import { giveBack } from './takeHolds.js';

/** Gives back everything the order no longer needs, and records that it did. */
export async function releaseHolds(deps: OrderDeps, at: OrderAt): Promise<void> {
  const { toRelease } = at.order;
  for (const hold of toRelease) await giveBack(deps, at.cause, at.id, hold);
  await recordStep(deps, at, 'released', (order) => settleReleased(order, toRelease));
}

/** Gives holds back that were taken for nothing. */
export async function releaseAll(deps: OrderDeps, { id, cause }: OrderAt, holds: readonly OrderHold[]): Promise<void> {
  for (const hold of holds) await giveBack(deps, cause, id, { ...hold, afterCancel: 'reusable' });
}
