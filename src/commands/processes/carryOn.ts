import { type Instant, later } from '../../domain/kernel/instant.js';
import { type Due, dueOf, type OrderStep } from '../../domain/order/due.js';
import { expire } from '../../domain/order/paying.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { confirmHolds } from './confirmHolds.js';
import { finishChanging } from './finishChanging.js';
import { finishPlacing } from './finishPlacing.js';
import { finishRetaking } from './finishRetaking.js';
import { type OrderAt, readOrder, recordStep } from './orderStep.js';
import { releaseHolds } from './releaseHolds.js';
import { causeOf } from './stepContext.js';

/** What follows an order, step by step. */
const STEPS: Readonly<Record<OrderStep, (deps: OrderDeps, at: OrderAt) => Promise<unknown>>> = {
  release: releaseHolds,
  confirm: confirmHolds,
  place: finishPlacing,
  change: finishChanging,
  retake: finishRetaking,
  expire: (deps, at) => recordStep(deps, at, 'expire', expire),
};

/** Steps that whoever began them may finish at once; their time is for those who come by. */
const CAN_BE_FINISHED: readonly OrderStep[] = ['place', 'change', 'retake'];

/** More than an order can have one after another. */
const MOST_STEPS = 20;

/**
 * Takes the steps of an order that are due, one after another; each is read off the order's own stream, so it is
 * resumed here after a crash at any point. `finish`: do not wait for the time of a step that was begun.
 * @returns when the next one is due; null: nothing is left to do.
 */
export async function carryOn(deps: OrderDeps, shop: string, id: string, finish = false): Promise<Due | null> {
  for (let step = 0; step < MOST_STEPS; step++) {
    const cause = await causeOf(deps.store, orderAggregate.category, shop, id);
    if (!cause) return null;
    const order = await readOrder(deps, shop, id);
    const due = dueOf(order);
    if (!due) return null;
    const canFinish = finish && CAN_BE_FINISHED.includes(due.step);
    if (!canFinish && isLater(due.at, deps.machine.now(), order.since)) return due;
    await STEPS[due.step](deps, { id, order, cause });
  }
  return { step: 'release', at: deps.machine.now() };
}

// A clock that is behind the order's own last event counts as that far.
function isLater(due: Instant, now: Instant, since: Instant): boolean {
  return due > later(now, since);
}
