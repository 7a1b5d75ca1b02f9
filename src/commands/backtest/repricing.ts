import { type RepricedOrder, repricedOrder } from '../../domain/backtest/repricedOrder.js';
import type { QuoteEvent, QuoteGiven } from '../../domain/quote/events.js';
import { touchedOffers } from '../../domain/quote/record.js';
import type { EventStore } from '../eventStore.js';
import type { Machine } from '../ports.js';
import { type PricedRequest, pricedRequest, type Reckoned, reckonQuote } from '../quote/reckonQuote.js';
import { type FactSource, recordedSources } from '../quote/recordedSources.js';
import { rememberedFacts } from '../quote/rememberedFacts.js';
import { decode } from '../storedEvents.js';
import { AppliedChange } from './appliedChange.js';
import type { Change } from './change.js';
import { FollowedOffers } from './followedOffers.js';
import type { StoredOrder } from './pastOrders.js';

export interface RepricingDeps {
  readonly store: EventStore;
  readonly machine: Pick<Machine, 'localTimeIn' | 'sleep'>;
}

/** Prices past orders with one or more changes, with all other facts as they were recorded. */
export class Repricing {
  readonly #changes: readonly AppliedChange[];
  readonly #followed = new FollowedOffers();
  readonly #facts: FactSource;

  constructor(
    private readonly deps: RepricingDeps,
    private readonly shop: string,
    private readonly zone: string,
    changes: readonly Change[],
  ) {
    this.#facts = { ...rememberedFacts(deps.store), compiled: this.#followed.compiled };
    this.#changes = changes.map((change) => new AppliedChange(change, deps.machine));
  }

  /**
   * The order with each change.
   * @throws what a recorded fact that is missing, or newer than this version, throws; StoreUnavailable
   */
  async repriced(stored: StoredOrder): Promise<readonly RepricedOrder[]> {
    const { order, quote } = stored;
    const given = givenOf(stored);
    const day = this.deps.machine.localTimeIn(this.zone, given.at).slice(0, 10);
    const repriced: RepricedOrder[] = [];
    for (const change of this.#changes) {
      const { quote: would, basket } = await this.#priced(given, change);
      repriced.push(repricedOrder({ order, quote, given, day, tier: basket.buyer.tier ?? null }, would));
    }
    return repriced;
  }

  /** A quote as it was, and as it would be with the first change, explained. */
  async bothWays(given: QuoteGiven): Promise<readonly [Reckoned, Reckoned]> {
    const sources = await recordedSources(this.deps.store, this.shop, given);
    return [
      reckonQuote(given.request, sources, given.at),
      reckonQuote(given.request, this.#changes[0]!.sources(sources, given), given.at),
    ];
  }

  async #priced(given: QuoteGiven, change: AppliedChange): Promise<PricedRequest> {
    const sources = await recordedSources(this.deps.store, this.shop, given, this.#facts);
    const priced = pricedRequest(given.request, change.sources(sources, given), given.at);
    const others = touchedOffers(priced.quote).filter(
      (id) => !change.tested.has(id) && !Object.hasOwn(given.facts.promotions, id),
    );
    if (others.length === 0) return priced;
    this.#followed.forget(others);
    return this.#priced(given, change);
  }
}

/** @throws UnknownEvent, SyntaxError, RangeError */
export function givenOf({ order, given: stored }: StoredOrder): QuoteGiven {
  if (!stored) throw new RangeError(`the log does not have the quote of order ${order}`);
  const event = decode<QuoteEvent>(stored);
  if (event.type !== 'quote-given') throw new RangeError(`${stored.stream} begins with ${event.type}`);
  return event.data;
}
