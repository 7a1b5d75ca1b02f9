import { Rejection } from '../../domain/kernel/rejection.js';
import type { Refusal } from '../../domain/order/events.js';
import { holdsUntil, place, refuse } from '../../domain/order/placing.js';
import type { Order } from '../../domain/order/state.js';
import { take } from '../../domain/quote/decisions.js';
import { quoteAggregate } from '../../domain/quote/stream.js';
import { execute } from '../execute.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { type OrderAt, recordStep } from './orderStep.js';
import { releaseAll } from './releaseHolds.js';
import { stepContext } from './stepContext.js';
import { takeHold } from './takeHolds.js';

/** Takes the quote, then every hold in the order of allowance ids; the order is placed, or refused by the first no. */
export async function finishPlacing(deps: OrderDeps, at: OrderAt): Promise<void> {
  const refusal = (await takeQuote(deps, at, at.order.ordered.quote)) ?? (await takeAll(deps, at));
  const after = await recordStep(deps, at, 'place', (order, now) =>
    refusal ? refuse(order, refusal) : place(order, now),
  );
  await releaseUnless(deps, at, after, 'placed');
}

/** Pins a quote to the order. @returns why not, or null. */
export async function takeQuote(deps: OrderDeps, { id, cause }: OrderAt, quote: string): Promise<Refusal | null> {
  const context = stepContext(deps.machine, cause, `take quote ${quote} for ${id}`);
  try {
    await execute(deps, quoteAggregate, quote, context, (state) => take(state, id));
    return null;
  } catch (error) {
    if (error instanceof Rejection && error.code === 'QUOTE_USED') return { code: error.code, facts: { quote } };
    throw error;
  }
}

async function takeAll(deps: OrderDeps, { id, order, cause }: OrderAt): Promise<Refusal | null> {
  for (const hold of order.holds) {
    const refusal = await takeHold(deps, cause, { order: id, customer: order.customer }, hold, holdsUntil(order));
    if (refusal) return refusal;
  }
  return null;
}

/**
 * While one was taking holds, another may have ended the order and given back what it then held: what was taken after
 * that goes back here. An order that went on from `status` keeps its holds.
 */
async function releaseUnless(deps: OrderDeps, at: OrderAt, after: Order, status: Order['status']): Promise<void> {
  if (after.status === status || after.status === 'paid' || after.status === 'retaking') return;
  await releaseAll(deps, at, at.order.holds);
}
