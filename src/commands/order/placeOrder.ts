import type { Instant } from '../../domain/kernel/instant.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import type { Refusal } from '../../domain/order/events.js';
import { isPlacedWith, type Placing, startPlacing } from '../../domain/order/placing.js';
import { refuseBrokenPromise } from '../../domain/order/promises.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { QuoteState } from '../../domain/quote/state.js';
import { refuseOtherRoles } from '../command.js';
import type { CommandContext } from '../context.js';
import { execute } from '../execute.js';
import { carryOn } from '../processes/carryOn.js';
import { advisedRefusal } from './advisedRefusal.js';
import { concluded } from './concluded.js';
import { knownOrder } from './decideOnOrder.js';
import type { OrderAnswer } from './orderAnswer.js';
import { ORDER_ROLES, type OrderDeps } from './orderDeps.js';
import { orderedOf } from './orderedOf.js';
import type { PlaceMessage } from './orderMessages.js';
import { pinnedQuote, quoteState, stoppedPromotions } from './pinnedQuote.js';
import { quoteInstead } from './quoteInstead.js';
import { takesOf } from './takesOf.js';

export const PLACE_ORDER = { name: 'place-order', roles: ORDER_ROLES } as const;

const PLACED_OR_REFUSED = ['order-placed', 'order-refused'] as const;

/**
 * Places an order at the price of its quote: order-placing → quote-taken → every hold → order-placed. The first no
 * gives everything back and answers with the refusal and a new quote. It answers only when all is taken or all given
 * back; asked again, it goes on where it stopped.
 * @throws Rejection ROLE_MISSING, QUOTE_UNKNOWN, QUOTE_FOREIGN, QUOTE_USED, QUOTE_EXPIRED, QUOTE_VOID, ORDER_EXISTS,
 *   CUSTOMER_NEEDED, and those of `execute`.
 */
export async function placeOrder(
  deps: OrderDeps,
  context: CommandContext,
  message: PlaceMessage,
): Promise<OrderAnswer> {
  refuseOtherRoles(PLACE_ORDER, context);
  const { shop } = context;
  const { quote, customer = null } = message;
  const id = message.order ?? context.commandId.replaceAll('-', '');
  const known = await knownOrder(deps, id, context);
  let begun = { replayed: true };
  if (!known.isAnswered && !isPlacedWith(known.order, quote, customer)) {
    const prepared = await prepare(deps, id, context, quote, customer);
    if ('refusal' in prepared) return { id, outcome: null, ...prepared };
    begun = await execute(deps, orderAggregate, id, context, (order, at) => {
      if (order.status === null) refuseBrokenPromise(prepared.state, prepared.check, at);
      return startPlacing(order, prepared.placing, at);
    });
  } else {
    // A command id that was used for another request is noticed.
    begun = await execute(deps, orderAggregate, id, context, () => []);
  }
  await carryOn(deps, shop, id, true);
  const ended = await concluded(deps, shop, id, 0, PLACED_OR_REFUSED);
  if (!ended) throw new Rejection('STREAM_BUSY', 'It is still being placed: try again.', { order: id });
  const outcome = { ...ended, replayed: begun.replayed };
  if (ended.state.status !== 'refused') return { id, outcome, refusal: null };
  const refusal = ended.state.refusal!;
  return { id, outcome, refusal, instead: await insteadOf(deps, id, context, quote, refusal) };
}

interface Prepared {
  readonly state: QuoteState;
  readonly check: Parameters<typeof refuseBrokenPromise>[1];
  readonly placing: Placing;
}

/** Everything the decision needs, fetched before it; or what the view knows to be gone. */
async function prepare(
  deps: OrderDeps,
  id: string,
  context: CommandContext,
  quote: string,
  customer: string | null,
): Promise<Prepared | { readonly refusal: Refusal; readonly instead: Awaited<ReturnType<typeof insteadOf>> }> {
  const { shop } = context;
  const state = await quoteState(deps, shop, quote);
  const now = deps.machine.now();
  const check = { quote, order: id, customer, stopped: [] };
  refuseBrokenPromise(state, check, now);
  const stopped = await stoppedPromotions(deps, shop, Object.keys(state.given!.amounts.gave));
  refuseBrokenPromise(state, { ...check, stopped }, now);
  const pinned = await pinnedQuote(deps, shop, state);
  const takes = takesOf(pinned, customer);
  const refusal = takes.length > 0 ? await advised(deps, shop, takes, pinned.touched, customer, now) : null;
  if (refusal) return { refusal, instead: await insteadOf(deps, id, context, quote, refusal) };
  const holds = takes.map((take) => ({ ...take, hold: id }));
  return { state, check: { ...check, stopped }, placing: { customer, ordered: orderedOf(quote, pinned), holds } };
}

async function advised(
  deps: OrderDeps,
  shop: string,
  takes: Parameters<typeof advisedRefusal>[2],
  offers: Parameters<typeof advisedRefusal>[3],
  customer: string | null,
  at: Instant,
): Promise<Refusal | null> {
  const view = await deps.view.prepared(shop, { customer: customer ?? undefined, skus: [] }, at);
  return advisedRefusal({ ...deps, view }, shop, takes, offers, customer, at);
}

async function insteadOf(deps: OrderDeps, id: string, context: CommandContext, quote: string, refusal: Refusal) {
  const { given } = await quoteState(deps, context.shop, quote);
  return quoteInstead(deps, context, `${quote} for ${id}`, given!.request, refusal);
}
