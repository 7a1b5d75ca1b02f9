import { cancel } from '../../domain/order/paying.js';
import { DEFAULT_POLICIES } from '../../domain/pricing/policies.js';
import { refuseOtherRoles } from '../command.js';
import type { CommandContext } from '../context.js';
import { decideOnOrder, goOn, knownOrder } from './decideOnOrder.js';
import type { OrderAnswer } from './orderAnswer.js';
import { ORDER_ROLES, type OrderDeps } from './orderDeps.js';
import type { CancelMessage } from './orderMessages.js';
import { quoteState } from './pinnedQuote.js';

export const CANCEL_ORDER = { name: 'cancel-order', roles: ORDER_ROLES } as const;

/**
 * Cancels an order: what it holds goes back, what was paid is paid back, what it used comes back if the shop's policy
 * at the purchase says so. Once, whatever is repeated.
 * @throws Rejection ROLE_MISSING, ORDER_UNKNOWN, ORDER_OVER, ORDER_RETURNED, and those of `execute`.
 */
export async function cancelOrder(
  deps: OrderDeps,
  context: CommandContext,
  message: CancelMessage,
): Promise<OrderAnswer> {
  refuseOtherRoles(CANCEL_ORDER, context);
  const { order: id, reason } = message;
  const { order } = await knownOrder(deps, id, context);
  const { given } = await quoteState(deps, context.shop, order.ordered.quote || 'none');
  const { afterCancel } = { ...DEFAULT_POLICIES, ...given?.facts.policies };
  const outcome = await decideOnOrder(deps, id, context, (state) => cancel(state, reason, afterCancel));
  await goOn(deps, context.shop, id);
  return { id, outcome, refusal: null };
}
