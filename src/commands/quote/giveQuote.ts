import type { Instant } from '../../domain/kernel/instant.js';
import type { Quote } from '../../domain/pricing/quote.js';
import { give } from '../../domain/quote/decisions.js';
import type { QuoteEvent, QuoteGiven } from '../../domain/quote/events.js';
import type { QuoteRequest } from '../../domain/quote/request.js';
import type { QuoteState } from '../../domain/quote/state.js';
import { quoteAggregate } from '../../domain/quote/stream.js';
import { newShop, policiesAt } from '../../domain/shop/state.js';
import { refuseOtherRoles } from '../command.js';
import type { CommandContext } from '../context.js';
import { execute, type Outcome } from '../execute.js';
import type { OfferInForce } from '../offersInForce.js';
import type { CommandDeps } from '../ports.js';
import type { PricingView } from '../pricingView.js';
import type { QuoteMessage } from './quoteMessage.js';
import { type QuoteSources, type Reckoned, reckonQuote } from './reckonQuote.js';
import { recordOfReckoned } from './recordOfReckoned.js';
import { viewFor } from './viewFor.js';

export const GIVE_QUOTE = { name: 'price-quote', roles: ['order-service', 'operator'] } as const;

export interface QuoteDeps extends CommandDeps {
  readonly view: PricingView;
}

export interface QuoteAnswer {
  readonly id: string;
  readonly given: QuoteGiven;
  /** The priced result; null when the answer is a repeated one, whose result comes back by explaining it. */
  readonly quote: Quote | null;
  /** The offers that touched the basket, as they were priced; empty when `quote` is null. */
  readonly touched: readonly OfferInForce[];
  readonly outcome: Outcome<QuoteState, QuoteEvent>;
}

/**
 * Prices a basket with what the view knows now and promises the price.
 * @throws Rejection ROLE_MISSING, BASKET_INVALID, CUSTOMER_UNKNOWN, QUOTE_EXISTS and those of `execute`.
 */
export async function giveQuote(deps: QuoteDeps, context: CommandContext, message: QuoteMessage): Promise<QuoteAnswer> {
  refuseOtherRoles(GIVE_QUOTE, context);
  const { quote: givenId, ...request } = message;
  const id = givenId ?? context.commandId.replaceAll('-', '');
  const skus = request.lines.map(({ sku }) => sku);
  const prepared = await deps.view.prepared(context.shop, { customer: request.customer, skus }, deps.machine.now());
  const view = await viewFor({ ...deps, view: prepared }, context.shop, request);
  let priced: Reckoned | undefined;
  const outcome = await execute(deps, quoteAggregate, id, context, (state, at) =>
    give(state, request, () => {
      priced = priceNow({ store: deps.store, machine: deps.machine, view }, context.shop, request, at);
      return recordOfReckoned(deps.machine, request, priced, at);
    }),
  );
  const fresh = outcome.replayed || outcome.events.length === 0 ? undefined : priced;
  return { id, given: outcome.state.given!, quote: fresh?.quote ?? null, touched: fresh?.touched ?? [], outcome };
}

/** What a basket costs at an instant with what the view knows; no event. */
export function priceNow(deps: QuoteDeps, shop: string, request: QuoteRequest, at: Instant): Reckoned {
  return reckonQuote(request, sourcesNow(deps, shop, request.customer, at), at);
}

/** What the view knows, for the prices of an instant and a customer. */
export function sourcesNow(
  { view, machine }: QuoteDeps,
  shop: string,
  customer: string | undefined,
  at: Instant,
  offers = view.offersInForce(shop, at),
): QuoteSources {
  const dayIn = (zone: string) => machine.localTimeIn(zone, at).slice(0, 10);
  return {
    offers,
    product: (sku: string) => view.product(shop, sku),
    customer: (id: string) => view.customer(shop, id),
    policies: policiesAt(view.shop(shop)?.state ?? newShop, at),
    localTimeIn: (zone: string) => machine.localTimeIn(zone, at),
    orders: (customer: string) => view.orders(shop, customer),
    remaining: (offer: OfferInForce) => view.remaining(shop, offer, { customer, at, dayIn }),
  };
}
