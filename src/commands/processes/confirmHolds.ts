import { later, plusMillis } from '../../domain/kernel/instant.js';
import { RETAKEN_MILLIS } from '../../domain/order/constants.js';
import type { OrderHold } from '../../domain/order/events.js';
import { settleConfirmed, settleRetaken } from '../../domain/order/paying.js';
import { keyOf } from '../../domain/order/state.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { type OrderAt, recordStep } from './orderStep.js';
import { releaseAll } from './releaseHolds.js';
import { confirmOne, endUnlessConfirmed, takeHold } from './takeHolds.js';

const AGAIN = '.again';

/**
 * Makes the holds of a paid order final. One that ended all the same (clocks that differ by more than the grace, an
 * outage longer than it) is taken again under another id; if nothing is left of it the order still stands, and says
 * which promise the shop keeps at its own cost. Nothing is ever confirmed beyond its total.
 *
 * Another process may be at it with another clock. So a hold is ended before it is taken again, and what was taken again
 * is confirmed only once the order has it.
 */
export async function confirmHolds(deps: OrderDeps, at: OrderAt): Promise<void> {
  const { id, order, cause } = at;
  const confirmed: OrderHold[] = [];
  const again: OrderHold[] = [];
  const lost: string[] = [];
  for (const hold of order.holds) {
    if ((await confirmOne(deps, cause, id, hold)) || (await endUnlessConfirmed(deps, cause, id, hold))) {
      confirmed.push(hold);
      continue;
    }
    const retaken = await takeAgain(deps, at, hold);
    if (retaken) again.push(retaken);
    else lost.push(hold.allowance);
  }
  const holds = [...confirmed, ...again];
  const after =
    again.length > 0
      ? await recordStep(deps, at, 'retaken', (now) => settleRetaken(now, order.holds, holds, lost))
      : await recordStep(deps, at, 'confirmed', (now) => settleConfirmed(now, order.holds, holds, lost));
  const ofOrder = new Set(after.status === 'paid' ? after.holds.map(keyOf) : []);
  const leftOver = holds.filter((hold) => !ofOrder.has(keyOf(hold)));
  await releaseAll(deps, at, leftOver);
}

/** Once: what ends even then is lost. */
async function takeAgain(deps: OrderDeps, { id, order, cause }: OrderAt, ended: OrderHold): Promise<OrderHold | null> {
  if (ended.hold.endsWith(AGAIN)) return null;
  const again = { ...ended, hold: `${ended.hold.slice(0, 64 - AGAIN.length)}${AGAIN}` };
  const until = later(plusMillis(order.since, RETAKEN_MILLIS), plusMillis(deps.machine.now(), RETAKEN_MILLIS));
  const refusal = await takeHold(deps, cause, { order: id, customer: order.customer }, again, until);
  return refusal ? null : again;
}
