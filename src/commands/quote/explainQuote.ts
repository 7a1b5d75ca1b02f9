import { customerAggregate } from '../../domain/customer/stream.js';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import type { Aggregate, DomainEvent } from '../../domain/kernel/decider.js';
import { own } from '../../domain/kernel/own.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { streamName } from '../../domain/kernel/stream.js';
import { DEFAULT_POLICIES } from '../../domain/pricing/policies.js';
import type { Quote } from '../../domain/pricing/quote.js';
import { productAggregate } from '../../domain/product/stream.js';
import { termsInForce } from '../../domain/promotion/state.js';
import { promotionAggregate } from '../../domain/promotion/stream.js';
import type { QuoteGiven } from '../../domain/quote/events.js';
import { provenResult } from '../../domain/quote/record.js';
import { quoteAggregate } from '../../domain/quote/stream.js';
import { loadStream } from '../loadStream.js';
import { compiledOffers, type OfferInForce } from '../offersInForce.js';
import type { CommandDeps } from '../ports.js';
import type { Fact } from '../pricingView.js';
import { type QuoteSources, reckonQuote } from './reckonQuote.js';

export interface ExplainedQuote {
  readonly id: string;
  readonly given: QuoteGiven;
  /** Priced again from the facts and rules the quote recorded, out of the log alone. */
  readonly quote: Quote;
  /** The offers that touched the basket, as they were priced. */
  readonly offers: readonly OfferInForce[];
  /** Whether that is, to the byte, the result that was promised. */
  readonly verified: boolean;
}

/** An old quote with its whole explanation. @throws Rejection QUOTE_UNKNOWN */
export async function explainQuote(deps: CommandDeps, shop: string, id: string): Promise<ExplainedQuote> {
  const { state } = await loadStream(deps.store, quoteAggregate, streamName(quoteAggregate.category, shop, id));
  if (!state.given) throw new Rejection('QUOTE_UNKNOWN', `There is no quote ${id}.`);
  const { given } = state;
  const { quote, touched: offers } = reckonQuote(given.request, await recordedSources(deps, shop, given), given.at);
  const verified = deps.machine.sha256(canonicalJson(provenResult(quote))) === given.result;
  return { id, given, quote, offers, verified };
}

/** What a quote was reckoned from, out of the log at the revisions it recorded. */
export async function recordedSources(
  deps: CommandDeps,
  shop: string,
  { facts, request, at }: QuoteGiven,
): Promise<QuoteSources> {
  const factOf = async <State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
    revision: number,
  ): Promise<readonly [string, Fact<State>]> => {
    const { state } = await loadStream(deps.store, aggregate, streamName(aggregate.category, shop, id), revision);
    return [id, { revision, state }];
  };
  const [products, promotions, customer] = await Promise.all([
    Promise.all(Object.entries(facts.products).map(([sku, revision]) => factOf(productAggregate, sku, revision))),
    Promise.all(Object.entries(facts.promotions).map(([id, revision]) => factOf(promotionAggregate, id, revision))),
    facts.customer === undefined ? undefined : factOf(customerAggregate, request.customer!, facts.customer),
  ]);
  const product = new Map(products);
  const offers: OfferInForce[] = promotions.flatMap(([id, { revision, state }]) => {
    const terms = termsInForce(state, at);
    return terms ? [{ id, revision, terms }] : [];
  });
  return {
    offers: compiledOffers(offers, (kind) => facts.rules[kind]!),
    product: (sku) => product.get(sku),
    customer: () => customer?.[1],
    policies: { ...DEFAULT_POLICIES, ...facts.policies },
    localTimeIn: (zone) => facts.local[zone]!,
    orders: () => facts.orders,
    remaining: ({ id }) => facts.remaining && own(facts.remaining, id),
  };
}
