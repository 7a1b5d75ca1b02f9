import { change, isSwap, refuseChange } from '../../domain/order/changing.js';
import type { Refusal } from '../../domain/order/events.js';
import { holdsUntil } from '../../domain/order/placing.js';
import { keyOf } from '../../domain/order/state.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { takeQuote } from './finishPlacing.js';
import { type OrderAt, recordStep } from './orderStep.js';
import { releaseAll } from './releaseHolds.js';
import { takeHold } from './takeHolds.js';

/** Takes the new quote and what it needs more; the order is changed, or the old promise stands. */
export async function finishChanging(deps: OrderDeps, at: OrderAt): Promise<void> {
  const { changing } = at.order;
  if (!changing) return;
  const taken = await takeChange(deps, at);
  const after = await recordStep(deps, at, 'change', (order) =>
    taken.refusal ? refuseChange(order, taken.refusal) : change(order, taken.unswapped),
  );
  const kept = new Set(after.holds.map(keyOf));
  const leftOver = changing.takes.filter((hold) => !kept.has(keyOf(hold)));
  if (after.ordered.quote !== changing.ordered.quote) await releaseAll(deps, at, leftOver);
}

async function takeChange(
  deps: OrderDeps,
  at: OrderAt,
): Promise<{ readonly refusal: Refusal | null; readonly unswapped: readonly string[] }> {
  const { id, order, cause } = at;
  const { ordered, takes, drops } = order.changing!;
  const unswapped: string[] = [];
  const used = await takeQuote(deps, at, ordered.quote);
  if (used) return { refusal: used, unswapped };
  for (const hold of takes) {
    const refusal = await takeHold(deps, cause, { order: id, customer: order.customer }, hold, holdsUntil(order));
    if (!refusal) continue;
    if (!isSwap({ drops }, hold)) return { refusal, unswapped };
    unswapped.push(hold.allowance);
  }
  return { refusal: null, unswapped };
}
