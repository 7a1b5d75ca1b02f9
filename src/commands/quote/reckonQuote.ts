import type { Customer } from '../../domain/customer/state.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { LocalTime } from '../../domain/kernel/localTime.js';
import { own } from '../../domain/kernel/own.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { factAt } from '../../domain/kernel/timeline.js';
import type { Basket } from '../../domain/pricing/basket.js';
import type { PricingFacts, Remaining } from '../../domain/pricing/facts.js';
import type { OfferIndex } from '../../domain/pricing/offerIndex.js';
import type { Policies } from '../../domain/pricing/policies.js';
import { type PriceOptions, priceWith } from '../../domain/pricing/price.js';
import type { Quote } from '../../domain/pricing/quote.js';
import { type Product, productAt } from '../../domain/product/state.js';
import { basketOf } from '../../domain/quote/basketOf.js';
import type { QuoteFacts } from '../../domain/quote/events.js';
import { touchedOffers } from '../../domain/quote/record.js';
import type { QuoteRequest } from '../../domain/quote/request.js';
import type { OfferInForce, OffersInForce } from '../offersInForce.js';
import type { Fact, OrderCounts } from '../pricingView.js';

/** Where a price gets its facts: the view of now, or the log at the revisions a quote recorded. */
export interface QuoteSources {
  readonly offers: OffersInForce;
  readonly product: (sku: string) => Fact<Product> | undefined;
  readonly customer: (id: string) => Fact<Customer> | undefined;
  readonly policies: Policies;
  readonly localTimeIn: (zone: string) => LocalTime;
  /** Orders of a customer so far. */
  readonly orders: (customer: string) => OrderCounts | undefined;
  /** What is left of an offer's allowances; undefined: nothing limits it. */
  readonly remaining: (offer: OfferInForce) => Remaining | undefined;
}

/** A price and what it was made from. */
export interface PricedRequest {
  readonly quote: Quote;
  readonly basket: Basket;
  readonly index: OfferIndex;
  readonly facts: PricingFacts;
}

export interface Reckoned extends PricedRequest {
  /** The facts a quote records. */
  readonly used: QuoteFacts;
  /** The offers that touched the basket. */
  readonly touched: readonly OfferInForce[];
}

/**
 * Prices a request at an instant and says which facts it used.
 * @throws Rejection BASKET_INVALID, CUSTOMER_UNKNOWN.
 */
export function reckonQuote(
  request: QuoteRequest,
  sources: QuoteSources,
  at: Instant,
  options: PriceOptions = {},
): Reckoned {
  const priced = pricedRequest(request, sources, at, options);
  const { quote, basket, index, facts } = priced;
  const { customer, orders } = buyerOf(request, sources, at);
  const { byId } = sources.offers;
  const touched = touchedOffers(quote).map((id) => byId.get(id)!);
  const used: QuoteFacts = {
    products: revisionsOf(request, sources),
    ...(customer && { customer: customer.revision }),
    ...(orders && { orders }),
    ...factsOfOffers(touched, index, facts),
    policies: sources.policies,
  };
  return { quote, basket, index, facts, used, touched };
}

/** Prices a request at an instant. @throws Rejection BASKET_INVALID, CUSTOMER_UNKNOWN. */
export function pricedRequest(
  request: QuoteRequest,
  sources: QuoteSources,
  at: Instant,
  options: PriceOptions = {},
): PricedRequest {
  const { orders, tier } = buyerOf(request, sources, at);
  const product = (sku: string) => {
    const known = sources.product(sku);
    return known && productAt(known.state, at);
  };
  const basket = basketOf(request, { product, tier, orders });
  const { index } = sources.offers;
  const facts = factsOf(sources, at);
  return { quote: priceWith(index, basket, facts, options), basket, index, facts };
}

function revisionsOf({ lines }: QuoteRequest, { product }: QuoteSources): Record<string, number> {
  const revisions: Record<string, number> = {};
  for (const { sku } of lines) revisions[sku] = product(sku)!.revision;
  return revisions;
}

/** What a quote records of the offers that touched it. */
function factsOfOffers(touched: readonly OfferInForce[], index: OfferIndex, { local, remaining }: PricingFacts) {
  const promotions: Record<string, number> = {};
  const rules: Record<string, number> = {};
  const zones: Record<string, LocalTime> = {};
  const left: Record<string, Remaining> = {};
  let limited = false;
  for (const { id, revision, terms } of touched) {
    promotions[id] = revision;
    rules[terms.kind] = index.byId.get(id)!.offer.ruleVersion;
    const zone = terms.schedule?.recurrence?.zone;
    if (zone !== undefined) zones[zone] = local[zone]!;
    const known = remaining && own(remaining, id);
    if (known) {
      left[id] = known;
      limited = true;
    }
  }
  return { promotions, rules, local: zones, ...(limited && { remaining: left }) };
}

/** What is known of who asks. @throws Rejection CUSTOMER_UNKNOWN */
export function buyerOf(
  { customer: id, orders: said }: Omit<QuoteRequest, 'lines'>,
  sources: QuoteSources,
  at: Instant,
) {
  const customer = id === undefined ? undefined : knownCustomer(id, sources);
  const orders = said || !id ? undefined : sources.orders(id);
  return { customer, orders, tier: (customer && factAt(customer.state.tier, at)) ?? null };
}

/** What pricing takes from outside beside basket and offers, whatever the basket. */
export function factsOf(sources: QuoteSources, at: Instant): PricingFacts {
  const { zones, limited } = sources.offers;
  const local = Object.fromEntries(zones.map((zone) => [zone, sources.localTimeIn(zone)]));
  const remaining = limited.length > 0 && { remaining: remainingOf(limited, sources) };
  return { at, local, policies: sources.policies, ...remaining };
}

function remainingOf(
  offers: readonly OfferInForce[],
  sources: Pick<QuoteSources, 'remaining'>,
): Record<string, Remaining> {
  // No prototype: an offer may be called `constructor`.
  const known: Record<string, Remaining> = Object.create(null);
  for (const offer of offers) {
    const remaining = sources.remaining(offer);
    if (remaining) known[offer.id] = remaining;
  }
  return known;
}

function knownCustomer(id: string, sources: QuoteSources): Fact<Customer> {
  const customer = sources.customer(id);
  if (!customer) {
    throw new Rejection(
      'CUSTOMER_UNKNOWN',
      `There is no customer ${id}: register it, or leave customer out for a guest.`,
      {
        customer: id,
      },
    );
  }
  return customer;
}
