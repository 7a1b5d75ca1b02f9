import { type RepricedOrder, repricedOrder } from '../../domain/backtest/repricedOrder.js';
import type { QuoteEvent, QuoteGiven } from '../../domain/quote/events.js';
import { touchedOffers } from '../../domain/quote/record.js';
import type { EventStore } from '../eventStore.js';
import { type OffersInForce, withChanged } from '../offersInForce.js';
import type { Machine } from '../ports.js';
import {
  type PricedRequest,
  pricedRequest,
  type QuoteSources,
  type Reckoned,
  reckonQuote,
} from '../quote/reckonQuote.js';
import { type FactSource, recordedSources } from '../quote/recordedSources.js';
import { rememberedFacts } from '../quote/rememberedFacts.js';
import { decode } from '../storedEvents.js';
import type { Change } from './change.js';
import { FollowedOffers } from './followedOffers.js';
import type { StoredOrder } from './pastOrders.js';

export interface RepricingDeps {
  readonly store: EventStore;
  readonly machine: Pick<Machine, 'localTimeIn'>;
}

/** Prices past orders with a change, with all other facts as they were recorded. */
export class Repricing {
  /** Offers with the change, by those without: both are remembered between orders. */
  readonly #changed = new WeakMap<OffersInForce, OffersInForce>();
  readonly #tested: ReadonlySet<string>;
  readonly #followed = new FollowedOffers();
  readonly #facts: FactSource;

  constructor(
    private readonly deps: RepricingDeps,
    private readonly shop: string,
    private readonly change: Change,
    private readonly zone: string,
  ) {
    this.#facts = { ...rememberedFacts(deps.store), compiled: this.#followed.compiled };
    this.#tested = new Set(change.added.map(({ id }) => id));
  }

  /** @throws what a recorded fact that is missing, or newer than this version, throws; StoreUnavailable */
  async repriced(stored: StoredOrder): Promise<RepricedOrder> {
    const { order, quote } = stored;
    const given = givenOf(stored);
    const day = this.deps.machine.localTimeIn(this.zone, given.at).slice(0, 10);
    const { quote: would, basket } = await this.#priced(given);
    return repricedOrder({ order, quote, given, day, tier: basket.buyer.tier ?? null }, would);
  }

  /** A quote as it was and as it would be, explained. */
  async bothWays(given: QuoteGiven): Promise<readonly [Reckoned, Reckoned]> {
    const sources = await recordedSources(this.deps.store, this.shop, given);
    return [
      reckonQuote(given.request, sources, given.at),
      reckonQuote(given.request, this.#withChange(sources, given), given.at),
    ];
  }

  async #priced(given: QuoteGiven): Promise<PricedRequest> {
    const sources = await recordedSources(this.deps.store, this.shop, given, this.#facts);
    const priced = pricedRequest(given.request, this.#withChange(sources, given), given.at);
    const others = touchedOffers(priced.quote).filter(
      (id) => !this.#tested.has(id) && !Object.hasOwn(given.facts.promotions, id),
    );
    if (others.length === 0) return priced;
    this.#followed.forget(others);
    return this.#priced(given);
  }

  #withChange(sources: QuoteSources, { at, facts }: QuoteGiven): QuoteSources {
    return {
      ...sources,
      offers: this.#offers(sources.offers),
      policies: { ...sources.policies, ...this.change.policies },
      localTimeIn: (zone) => facts.local[zone] ?? this.deps.machine.localTimeIn(zone, at),
      // What it would need of its limits is what is asked.
      remaining: (offer) => (this.#tested.has(offer.id) ? undefined : sources.remaining(offer)),
    };
  }

  #offers(was: OffersInForce): OffersInForce {
    const known = this.#changed.get(was);
    if (known) return known;
    const left = [...this.change.without].reduce((offers, id) => withChanged(offers, id, undefined), was);
    const would = this.change.added.reduce((offers, offer) => withChanged(offers, offer.id, offer), left);
    this.#changed.set(was, would);
    return would;
  }
}

/** @throws UnknownEvent, SyntaxError, RangeError */
export function givenOf({ order, given: stored }: StoredOrder): QuoteGiven {
  if (!stored) throw new RangeError(`the log does not have the quote of order ${order}`);
  const event = decode<QuoteEvent>(stored);
  if (event.type !== 'quote-given') throw new RangeError(`${stored.stream} begins with ${event.type}`);
  return event.data;
}
