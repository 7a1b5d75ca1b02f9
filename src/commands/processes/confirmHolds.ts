import { plusMillis } from '../../domain/kernel/instant.js';
import { RETAKEN_MILLIS } from '../../domain/order/constants.js';
import type { OrderHold } from '../../domain/order/events.js';
import { settleConfirmed } from '../../domain/order/paying.js';
import { keyOf } from '../../domain/order/state.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { type OrderAt, recordStep } from './orderStep.js';
import { releaseAll } from './releaseHolds.js';
import { confirmOne, endUnlessConfirmed, takeHold } from './takeHolds.js';

/**
 * Makes the holds of a paid order final. One that ended all the same (clocks that differ by more than the grace, an
 * outage longer than it) is taken again under another id; if nothing is left of it the order still stands, and says
 * which promise the shop keeps at its own cost. Nothing is ever confirmed beyond its total.
 */
export async function confirmHolds(deps: OrderDeps, at: OrderAt): Promise<void> {
  const { id, order, cause } = at;
  const confirmed: OrderHold[] = [];
  const lost: string[] = [];
  for (const hold of order.holds) {
    const isFinal = (await confirmOne(deps, cause, id, hold)) || (await endUnlessConfirmed(deps, cause, id, hold));
    const kept = isFinal ? hold : await confirmAgain(deps, at, hold);
    if (kept) confirmed.push(kept);
    else lost.push(hold.allowance);
  }
  const after = await recordStep(deps, at, 'confirmed', (now) => settleConfirmed(now, confirmed, lost));
  const ofOrder = new Set(after.status === 'paid' ? after.holds.map(keyOf) : []);
  const leftOver = confirmed.filter((hold) => !ofOrder.has(keyOf(hold)));
  await releaseAll(deps, at, leftOver);
}

async function confirmAgain(
  deps: OrderDeps,
  { id, order, cause }: OrderAt,
  lost: OrderHold,
): Promise<OrderHold | null> {
  const again = { ...lost, hold: `${lost.hold.slice(0, 54)}.again` };
  const until = plusMillis(order.since, RETAKEN_MILLIS);
  const later = plusMillis(deps.machine.now(), RETAKEN_MILLIS);
  const refusal = await takeHold(
    deps,
    cause,
    { order: id, customer: order.customer },
    again,
    until > later ? until : later,
  );
  if (refusal) return null;
  return (await confirmOne(deps, cause, id, again)) ? again : null;
}
