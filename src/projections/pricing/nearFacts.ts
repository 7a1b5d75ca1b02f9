import { comparePositions, type Position, START, type StoredEvent } from '../../commands/eventStore.js';
import type { Needed, OrderCounts } from '../../commands/pricingView.js';
import { streamName } from '../../domain/kernel/stream.js';
import { productsProjection } from '../products/productsProjection.js';
import type { Row } from '../projection.js';
import { countChangeOf, customerStream } from './countChange.js';
import type { FactSource, Look } from './factSource.js';
import type { Log } from './factsFromLog.js';
import { FollowedSince } from './followedSince.js';
import type { FactsBeside } from './inMemoryPricingView.js';
import { NearCounts } from './nearCounts.js';
import { type Catalogue, NearRows } from './nearRows.js';
import { LOOKED_UP, projectionOf } from './pricingStep.js';
import type { LookedUp } from './pricingViews.js';

/** What one price needed, and nothing else. */
export interface AtHand {
  /** Null: there is no such product or customer. */
  readonly rows: ReadonlyMap<string, Row | null>;
  readonly counts: ReadonlyMap<string, OrderCounts>;
  readonly catalogue: Catalogue | null;
}

/**
 * Products, customers and their orders, near at hand: what was asked for lately is kept and follows the log, the rest is
 * looked up in one source after another. An answer counts only as far as it is as new as what was followed here; what
 * no source knows so well is read from the log. So a source may be empty, old, slow or gone, and no price is wrong.
 */
export class NearFacts implements FactsBeside {
  /** How many lookups were answered from where. */
  readonly answers = new Map<string, number>();
  readonly #followed = new FollowedSince();
  readonly #rows: NearRows;
  readonly #counts: NearCounts;
  #position: Position = START;

  constructor(
    private readonly sources: readonly FactSource[],
    log: Log,
  ) {
    const position = () => this.#position;
    this.#rows = new NearRows(this.#followed, log, position, () => this.#answered('log'));
    this.#counts = new NearCounts(this.#followed, log, position);
  }

  /** Forgets all, and follows from a position. */
  begin(position: Position): void {
    this.#rows.clear();
    this.#counts.clear();
    this.#followed.begin(position);
    this.#position = position;
  }

  /** The first source is as far as this: what happened before need not be remembered here. */
  seen(position: Position): void {
    if (comparePositions(position, this.#position) <= 0) this.#followed.forget(position);
  }

  follow(event: StoredEvent): void {
    this.#position = event.position;
    const projection = projectionOf(LOOKED_UP, event.stream);
    if (projection) {
      this.#followed.note(event);
      this.#rows.follow(projection, event);
    }
    const change = countChangeOf(event);
    if (!change) return;
    this.#followed.noteChange(change, event.position);
    this.#counts.follow(change, event);
  }

  /** Brings near what a price needs. @throws UnknownEvent */
  async prepared(shop: string, { customer, skus }: Needed): Promise<AtHand> {
    const buyers = customer === undefined ? [] : [customerStream(shop, customer)];
    const products = skus === 'all' ? [] : skus.map((sku) => streamName(productsProjection.category, shop, sku));
    const rows = new Map([...products, ...buyers].map((stream) => [stream, this.#rows.get(stream)]));
    const counts = new Map(buyers.map((buyer) => [buyer, this.#counts.get(buyer)]));
    const [unknown, uncounted] = [missing(rows), missing(counts)];
    if (unknown.length + uncounted.length > 0) {
      const found = await this.#looked((source) => source.lookUp(unknown, uncounted));
      for (const stream of unknown) rows.set(stream, await this.#rows.learn(stream, found));
      for (const buyer of uncounted) counts.set(buyer, await this.#counts.learn(buyer, found));
    }
    const catalogue = skus === 'all' ? await this.#catalogue(shop) : null;
    return { rows: rows as AtHand['rows'], counts: counts as AtHand['counts'], catalogue };
  }

  /** The row as it is by now, of one that was prepared. */
  newest(stream: string): Row | null | undefined {
    return this.#rows.get(stream);
  }

  /** How often the customer ordered by now. */
  counted(customer: string): OrderCounts | undefined {
    return this.#counts.get(customer);
  }

  async #catalogue(shop: string): Promise<Catalogue> {
    const near = this.#rows.catalogue(shop);
    if (near) return near;
    const found = await this.#looked((source) => source.products(shop));
    return this.#rows.learnCatalogue(shop, found ?? { rows: new Map(), position: START });
  }

  /** The first answer that is not behind what is remembered here; without one, the newest of the others. */
  async #looked(look: Look): Promise<LookedUp | null> {
    let newest: LookedUp | null = null;
    for (const source of this.sources) {
      const found = await look(source).catch(() => null);
      if (found && (!newest || comparePositions(found.position, newest.position) > 0)) newest = found;
      if (!found || !this.#followed.covers(found.position)) continue;
      this.#answered(source.name);
      return found;
    }
    return newest;
  }

  #answered(name: string): void {
    this.answers.set(name, (this.answers.get(name) ?? 0) + 1);
  }
}

function missing(known: ReadonlyMap<string, unknown>): string[] {
  return [...known].flatMap(([key, value]) => (value === undefined ? [key] : []));
}
