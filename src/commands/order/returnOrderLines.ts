import type { OrderEvent } from '../../domain/order/events.js';
import { refuseBusy } from '../../domain/order/refusals.js';
import { returnLines, weighLines } from '../../domain/order/returning.js';
import type { Order } from '../../domain/order/state.js';
import type { Bought } from '../../domain/refund/bought.js';
import { refuseOtherRoles } from '../command.js';
import type { CommandContext } from '../context.js';
import { boughtOf } from './boughtOf.js';
import { decideOnOrder, goOn, knownOrder } from './decideOnOrder.js';
import type { OrderAnswer } from './orderAnswer.js';
import { ORDER_ROLES, type OrderDeps } from './orderDeps.js';
import type { ReturnMessage, WeighMessage } from './orderMessages.js';

export const RETURN_LINES = { name: 'return-order-lines', roles: ORDER_ROLES } as const;
export const WEIGH_LINES = { name: 'weigh-order-lines', roles: ORDER_ROLES } as const;

/** Takes lines back, with the refund that the policy of the purchase gives. @throws Rejection, see `returnLines`. */
export function returnOrderLines(
  deps: OrderDeps,
  context: CommandContext,
  message: ReturnMessage,
): Promise<OrderAnswer> {
  refuseOtherRoles(RETURN_LINES, context);
  const lines = message.lines.map(({ line, quantity, grams }) => ({ line, ...sized(quantity, grams) }));
  const gifts = message.gifts.map(({ promotion, quantity, grams }) => ({ promotion, ...sized(quantity, grams) }));
  return settled(deps, message.order, context, (order, bought) =>
    returnLines(order, message.return, { lines, gifts }, bought),
  );
}

/** Prices lines again by what the scales said. @throws Rejection, see `weighLines`. */
export function weighOrderLines(deps: OrderDeps, context: CommandContext, message: WeighMessage): Promise<OrderAnswer> {
  refuseOtherRoles(WEIGH_LINES, context);
  return settled(deps, message.order, context, (order, bought) => weighLines(order, message.lines, bought));
}

async function settled(
  deps: OrderDeps,
  id: string,
  context: CommandContext,
  decide: (order: Order, bought: Bought) => readonly OrderEvent[],
): Promise<OrderAnswer> {
  const { order } = await knownOrder(deps, id, context);
  if (order.status === null) refuseBusy(order);
  const bought = await boughtOf(deps, context.shop, order);
  const outcome = await decideOnOrder(deps, id, context, (state) => decide(state, bought));
  await goOn(deps, context.shop, id);
  return { id, outcome, refusal: null };
}

function sized(quantity: number | undefined, grams: number | undefined) {
  return { ...(quantity !== undefined && { quantity }), ...(grams !== undefined && { grams }) };
}
