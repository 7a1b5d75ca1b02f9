import { Rejection } from '../../domain/kernel/rejection.js';
import { startChanging } from '../../domain/order/changing.js';
import type { OrderEvent } from '../../domain/order/events.js';
import { refuseBrokenPromise } from '../../domain/order/promises.js';
import { refuseBusy } from '../../domain/order/refusals.js';
import type { Order } from '../../domain/order/state.js';
import { refuseOtherRoles } from '../command.js';
import type { CommandContext } from '../context.js';
import { carryOn } from '../processes/carryOn.js';
import { beganAt, concluded } from './concluded.js';
import { decideOnOrder, goOn, knownOrder } from './decideOnOrder.js';
import type { OrderAnswer } from './orderAnswer.js';
import { ORDER_ROLES, type OrderDeps } from './orderDeps.js';
import { orderedOf } from './orderedOf.js';
import type { ChangeMessage } from './orderMessages.js';
import { pinnedQuote, quoteState, stoppedPromotions } from './pinnedQuote.js';
import { quoteInstead } from './quoteInstead.js';
import { takesOf } from './takesOf.js';

export const CHANGE_ORDER = { name: 'change-order', roles: ORDER_ROLES } as const;

const CHANGED_OR_REFUSED = ['order-changed', 'order-change-refused'] as const;

/**
 * Replaces the quote of an order that is not paid: what it needs more is taken, what it no longer needs given back.
 * If the new promise cannot be kept, the old one stands.
 * @throws Rejection ROLE_MISSING, ORDER_UNKNOWN, ORDER_OVER, ORDER_PAID, those of a quote (see placeOrder) and `execute`.
 */
export async function changeOrder(
  deps: OrderDeps,
  context: CommandContext,
  message: ChangeMessage,
): Promise<OrderAnswer> {
  refuseOtherRoles(CHANGE_ORDER, context);
  const { order: id, quote } = message;
  const { shop } = context;
  const decide = await changing(deps, id, context, quote);
  const begun = await decideOnOrder(deps, id, context, decide);
  if (!begun.state.changing) return { id, outcome: begun, refusal: null };

  await carryOn(deps, shop, id, true);
  const from = begun.events.length > 0 ? (begun.revision as number) : await beganAt(deps, shop, id, 'order-changing');
  const ended = await concluded(deps, shop, id, from, CHANGED_OR_REFUSED);
  await goOn(deps, shop, id);
  if (!ended) throw new Rejection('ORDER_OVER', 'It ended before it was changed.', { order: id });
  const outcome = { ...ended, replayed: begun.replayed };
  if (!ended.state.refusal) return { id, outcome, refusal: null };
  const { refusal } = ended.state;
  const { given } = await quoteState(deps, shop, quote);
  const instead = await quoteInstead(deps, context, `${quote} for ${id}`, given!.request, refusal);
  return { id, outcome, refusal, instead };
}

/** The decision, with everything it needs fetched before it; of a command that was answered nothing is needed. */
async function changing(
  deps: OrderDeps,
  id: string,
  context: CommandContext,
  quote: string,
): Promise<Parameters<typeof decideOnOrder>[3]> {
  const { shop } = context;
  const { order, isAnswered } = await knownOrder(deps, id, context);
  const isKnown = order.ordered.quote === quote || order.changing?.ordered.quote === quote;
  if (isAnswered || order.status === null || isKnown) return (now) => nothingToChange(now, quote);
  const state = await quoteState(deps, shop, quote);
  const check = { quote, order: id, customer: order.customer };
  refuseBrokenPromise(state, { ...check, stopped: [] }, deps.machine.now());
  const stopped = await stoppedPromotions(deps, shop, Object.keys(state.given!.amounts.gave));
  const pinned = await pinnedQuote(deps, shop, state);
  const change = {
    ordered: orderedOf(quote, pinned),
    takes: takesOf(pinned, order.customer),
    hold: context.commandId.replaceAll('-', ''),
  };
  return (current, at) => {
    refuseBrokenPromise(state, { ...check, stopped }, at);
    return startChanging(current, change, at);
  };
}

function nothingToChange(order: Order, quote: string): readonly OrderEvent[] {
  if (order.status === null) refuseBusy(order);
  if (order.changing?.ordered.quote === quote || order.ordered.quote === quote) return [];
  throw new Rejection('STREAM_BUSY', 'It was changed meanwhile: try again.', { order: order.ordered.quote });
}
