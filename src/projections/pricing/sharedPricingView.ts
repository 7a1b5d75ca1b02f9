import { comparePositions, type EventStore, type Position } from '../../commands/eventStore.js';
import type { Fact, Needed, OrderCounts, PricingView } from '../../commands/pricingView.js';
import type { Customer } from '../../domain/customer/state.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { streamName } from '../../domain/kernel/stream.js';
import type { Product } from '../../domain/product/state.js';
import type { LoadAllowance } from '../allowances/allowancesInMemory.js';
import type { EventBus } from '../eventBus.js';
import { productsProjection } from '../products/productsProjection.js';
import type { Row } from '../projection.js';
import type { ViewStore } from '../viewStore.js';
import { customerStream } from './countChange.js';
import { factsOfTables } from './factsOfTables.js';
import type { FollowedPricingView } from './followedPricingView.js';
import { InMemoryPricingView, PRICING_PROJECTIONS } from './inMemoryPricingView.js';
import { type AtHand, NearFacts } from './nearFacts.js';
import type { PricingStart, PricingViews } from './pricingViews.js';

const NONE: OrderCounts = { placed: 0, cancelled: 0 };

/** How far what is shared must be ahead for beginning anew with it to be quicker than to follow (positions). */
export const FAR_BEHIND = 10_000_000n;

/**
 * The pricing view of a process that shares with others what it begins with and looks up. Rules are compiled in memory;
 * products and customers are near at hand once they were asked for. Like the view that keeps everything it follows the
 * log by itself: whatever becomes of what is shared, prices are as new as the log.
 */
export class SharedPricingView implements FollowedPricingView {
  readonly near: NearFacts;
  readonly #rules: InMemoryPricingView;
  readonly #listeners = new Set<() => void>();
  #behind = new AbortController();

  constructor(
    bus: EventBus,
    private readonly store: EventStore,
    private readonly shared: PricingViews,
    tables: ViewStore,
    loadAllowance: LoadAllowance,
  ) {
    const first = { name: 'shared', lookUp: shared.lookUp, products: shared.products };
    this.near = new NearFacts([first, factsOfTables(tables)], store);
    this.#rules = new InMemoryPricingView(bus, loadAllowance, this.near);
  }

  /** With what is shared; with the tables, where that is gone, of another log, or further behind than they are. */
  start = async (tables: ViewStore): Promise<void> => {
    const shared = await this.shared.start().catch(() => null);
    if (shared && (await this.#isUsable(shared, tables))) this.#begin(shared);
    else {
      await this.#rules.start(tables);
      this.near.begin(this.#rules.position());
    }
  };

  run = async (signal: AbortSignal, onBatch: () => void = () => {}): Promise<void> => {
    let rules = this.rulesVersion();
    const onFollowed = () => {
      onBatch();
      if (rules === this.rulesVersion()) return;
      rules = this.rulesVersion();
      for (const heard of this.#listeners) heard();
    };
    while (!signal.aborted) {
      const behind = new AbortController();
      this.#behind = behind;
      await this.#rules.run(AbortSignal.any([signal, behind.signal]), onFollowed);
      if (signal.aborted || !behind.signal.aborted) return;
      const shared = await this.shared.start().catch(() => null);
      if (shared && comparePositions(shared.position, this.position()) > 0) this.#begin(shared);
    }
  };

  /** What is shared is as far as this. */
  seen(position: Position): void {
    this.near.seen(position);
    if (BigInt(position) - BigInt(this.position()) > FAR_BEHIND) this.#behind.abort();
  }

  /** Calls whenever rules changed. @returns what ends it. */
  onRules(heard: () => void): () => void {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  position = (): Position => this.#rules.position();
  reached = (position: Position): Promise<void> => this.#rules.reached(position);
  waitsAt = () => this.#rules.waitsAt();
  parked = () => this.#rules.parked();
  lostHolds = () => this.#rules.lostHolds();
  rulesVersion = () => this.#rules.rulesVersion();
  offersInForce: PricingView['offersInForce'] = (shop, at) => this.#rules.offersInForce(shop, at);
  promotions: PricingView['promotions'] = (shop) => this.#rules.promotions(shop);
  shop: PricingView['shop'] = (shop) => this.#rules.shop(shop);
  remaining: PricingView['remaining'] = (...use) => this.#rules.remaining(...use);
  allowance: FollowedPricingView['allowance'] = (shop, id) => this.#rules.allowance(shop, id);
  product: PricingView['product'] = () => notPrepared();
  products: PricingView['products'] = () => notPrepared();
  customer: PricingView['customer'] = () => notPrepared();
  orders: PricingView['orders'] = () => notPrepared();

  prepared = async (shop: string, needed: Needed, at: Instant): Promise<PricingView> => {
    const [atHand] = await Promise.all([this.near.prepared(shop, needed), this.#rules.prepared(shop, needed, at)]);
    return this.#with(atHand);
  };

  #with({ rows, counts, catalogue }: AtHand): PricingView {
    const { position, reached, offersInForce, promotions, shop, remaining, prepared } = this;
    const rowOf = (stream: string): Row | null | undefined =>
      this.near.newest(stream) ?? (rows.get(stream) === undefined ? catalogue?.get(stream) : rows.get(stream));
    const productStream = (of: string, sku: string) => streamName(productsProjection.category, of, sku);
    return {
      ...{ position, reached, offersInForce, promotions, shop, remaining, prepared },
      product: (of, sku) => factOf<Product>(rowOf(productStream(of, sku))),
      products: (of) => productsIn(catalogue ?? notPrepared(), productStream(of, '')),
      customer: (of, id) => factOf<Customer>(rowOf(customerStream(of, id))),
      orders: (of, id) => this.near.counted(customerStream(of, id)) ?? counts.get(customerStream(of, id)) ?? NONE,
    };
  }

  #begin(start: PricingStart): void {
    this.near.begin(start.position);
    this.#rules.startFrom(start);
  }

  async #isUsable({ position }: PricingStart, tables: ViewStore): Promise<boolean> {
    if (comparePositions(position, await this.store.head()) > 0) return false;
    const reached = await Promise.all(PRICING_PROJECTIONS.map((projection) => tables.checkpoint(projection)));
    const least = reached.map((checkpoint) => checkpoint.position).sort(comparePositions)[0]!;
    return BigInt(least) - BigInt(position) <= FAR_BEHIND;
  }
}

function factOf<State>(row: Row | null | undefined): Fact<State> | undefined {
  return row ? { revision: row.revision, state: row.document as State } : undefined;
}

function* productsIn(catalogue: ReadonlyMap<string, Row>, prefix: string): Iterable<readonly [string, Fact<Product>]> {
  for (const [stream, row] of catalogue) {
    if (stream.startsWith(prefix)) yield [row.id, { revision: row.revision, state: row.document as Product }];
  }
}

function notPrepared(): never {
  throw new Error('ask the view that `prepared` gives');
}
