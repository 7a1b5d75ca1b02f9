import { change, refuseChange } from '../../domain/order/changing.js';
import type { Refusal } from '../../domain/order/events.js';
import { holdsUntil } from '../../domain/order/placing.js';
import { keyOf } from '../../domain/order/state.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { takeQuote } from './finishPlacing.js';
import { type OrderAt, recordStep } from './orderStep.js';
import { releaseAll } from './releaseHolds.js';
import { takeHold } from './takeHolds.js';

/**
 * Takes the new quote and what it needs more; the order is changed, or the old promise stands. What it needs less goes
 * back after that, as a step of its own: until then the old promise may still have to be kept.
 */
export async function finishChanging(deps: OrderDeps, at: OrderAt): Promise<void> {
  const { changing } = at.order;
  if (!changing) return;
  const refusal = await takeChange(deps, at);
  const after = await recordStep(deps, at, 'change', (order) =>
    refusal ? refuseChange(order, refusal) : change(order),
  );
  const kept = new Set(after.holds.map(keyOf));
  const leftOver = changing.takes.filter((hold) => !kept.has(keyOf(hold)));
  if (after.ordered.quote !== changing.ordered.quote) await releaseAll(deps, at, leftOver);
}

async function takeChange(deps: OrderDeps, at: OrderAt): Promise<Refusal | null> {
  const { id, order, cause } = at;
  const { ordered, takes } = order.changing!;
  const used = await takeQuote(deps, at, ordered.quote);
  if (used) return used;
  for (const hold of takes) {
    const refusal = await takeHold(deps, cause, { order: id, customer: order.customer }, hold, holdsUntil(order));
    if (refusal) return refusal;
  }
  return null;
}
