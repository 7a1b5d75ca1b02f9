import { compensate } from '../../domain/order/compensating.js';
import { refuseBusy } from '../../domain/order/refusals.js';
import { refuseOtherRoles } from '../command.js';
import type { CommandContext } from '../context.js';
import { decideOnOrder, knownOrder } from '../order/decideOnOrder.js';
import type { OrderAnswer } from '../order/orderAnswer.js';
import type { OrderDeps } from '../order/orderDeps.js';
import type { CancelMessage } from '../order/orderMessages.js';
import { quoteState } from '../order/pinnedQuote.js';
import { CorrectedPrices } from './correctedPrices.js';

export const COMPENSATE_ORDER = { name: 'compensate-order', roles: ['operator', 'approver'] } as const;

/**
 * Pays back what an order's quote would have cost less, had what is known now been known when it was given. Once: what
 * was paid back before counts.
 * @throws Rejection ROLE_MISSING, ORDER_UNKNOWN, ORDER_OVER, NOT_PAID, NOT_COMPENSABLE, BASKET_INVALID,
 *   CUSTOMER_UNKNOWN, VIEW_BEHIND and those of `execute`.
 */
export async function compensateOrder(
  deps: OrderDeps,
  context: CommandContext,
  { order: id, reason }: CancelMessage,
): Promise<OrderAnswer> {
  refuseOtherRoles(COMPENSATE_ORDER, context);
  const { shop } = context;
  const { order } = await knownOrder(deps, id, context);
  if (order.status === null) refuseBusy(order);
  await deps.view.reached(await deps.store.head());
  const { given } = await quoteState(deps, shop, order.ordered.quote);
  const { quote } = await new CorrectedPrices(deps, shop).priced(given!);
  const outcome = await decideOnOrder(deps, id, context, (state) => compensate(state, quote.pay, reason));
  return { id, outcome, refusal: null };
}
