import { customerAggregate } from '../../domain/customer/stream.js';
import type { Aggregate, DomainEvent } from '../../domain/kernel/decider.js';
import { own } from '../../domain/kernel/own.js';
import { type StreamName, streamName } from '../../domain/kernel/stream.js';
import { DEFAULT_POLICIES } from '../../domain/pricing/policies.js';
import { productAggregate } from '../../domain/product/stream.js';
import { termsInForce } from '../../domain/promotion/state.js';
import { promotionAggregate } from '../../domain/promotion/stream.js';
import type { QuoteGiven } from '../../domain/quote/events.js';
import type { EventStore } from '../eventStore.js';
import { loadStream } from '../loadStream.js';
import { compiledOffers, type OfferInForce } from '../offersInForce.js';
import type { Fact } from '../pricingView.js';
import type { QuoteSources } from './reckonQuote.js';

/** How recorded facts are come by: read and compiled each time, or remembered between quotes. */
export interface FactSource {
  /** The state of a stream at a revision. */
  readonly stateAt: <State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    stream: StreamName,
    revision: number,
  ) => Promise<State>;
  readonly compiled: typeof compiledOffers;
}

/** Each fact read from the log when it is asked for. */
export function factsOfLog(store: EventStore): FactSource {
  return {
    stateAt: async (aggregate, stream, revision) => (await loadStream(store, aggregate, stream, revision)).state,
    compiled: compiledOffers,
  };
}

/** What a quote was reckoned from, out of the log at the revisions it recorded. */
export async function recordedSources(
  store: EventStore,
  shop: string,
  { facts, request, at }: QuoteGiven,
  { stateAt, compiled }: FactSource = factsOfLog(store),
): Promise<QuoteSources> {
  const factOf = async <State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
    revision: number,
  ): Promise<readonly [string, Fact<State>]> => {
    const state = await stateAt(aggregate, streamName(aggregate.category, shop, id), revision);
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
    offers: compiled(offers, (kind) => facts.rules[kind]!),
    product: (sku) => product.get(sku),
    customer: () => customer?.[1],
    policies: { ...DEFAULT_POLICIES, ...facts.policies },
    localTimeIn: (zone) => facts.local[zone]!,
    orders: () => facts.orders,
    remaining: ({ id }) => facts.remaining && own(facts.remaining, id),
  };
}
