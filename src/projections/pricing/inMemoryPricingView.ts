import type { Position, StoredEvent } from '../../commands/eventStore.js';
import { comparePositions, START } from '../../commands/eventStore.js';
import type { OfferInForce, OffersInForce } from '../../commands/offersInForce.js';
import type { Fact, Needed, OrderCounts, PricingView, RemainingFor } from '../../commands/pricingView.js';
import { UnknownEvent } from '../../commands/storedEvents.js';
import type { Customer } from '../../domain/customer/state.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { streamName, streamParts } from '../../domain/kernel/stream.js';
import type { Order } from '../../domain/order/state.js';
import type { Remaining } from '../../domain/pricing/facts.js';
import type { Product } from '../../domain/product/state.js';
import type { Promotion } from '../../domain/promotion/state.js';
import type { Shop } from '../../domain/shop/state.js';
import { SETTINGS } from '../../domain/shop/stream.js';
import { AllowancesInMemory, type KnownAllowance, type LoadAllowance } from '../allowances/allowancesInMemory.js';
import { customersProjection } from '../customers/customersProjection.js';
import type { EventBus } from '../eventBus.js';
import { nextRow, parkedAt } from '../foldBatch.js';
import { CustomerOrders } from '../orders/customerOrders.js';
import { LostHolds } from '../orders/lostHolds.js';
import { ordersProjection } from '../orders/ordersProjection.js';
import { productsProjection } from '../products/productsProjection.js';
import type { AnyProjection, Projection, Row } from '../projection.js';
import { promotionsProjection } from '../promotions/promotionsProjection.js';
import { ReachedPositions } from '../reachedPositions.js';
import { shopsProjection } from '../shops/shopsProjection.js';
import type { Parked, ViewStore } from '../viewStore.js';
import type { FollowedPricingView } from './followedPricingView.js';
import { OffersOfShop } from './offersOfShop.js';
import { LOOKED_UP, projectionOf, RULES } from './pricingStep.js';
import type { PricingStart } from './pricingViews.js';

/** The tables whose rows the view folds on. */
const FOLDED: readonly AnyProjection[] = [...RULES, ...LOOKED_UP];

/** The tables the view starts from; of orders it keeps how many each customer has. */
export const PRICING_PROJECTIONS: readonly AnyProjection[] = [...FOLDED, ordersProjection];

/** What knows products, customers and their orders where a view does not keep all of them. */
export interface FactsBeside {
  /** Takes an event. @throws UnknownEvent when this version does not know its type; what cannot be folded. */
  follow(event: StoredEvent): void;
}

const PAGE = 1_000;

/**
 * Everything pricing needs, in memory: starts from the tables and follows the log by itself, so a price never waits
 * for a table to be written.
 */
export class InMemoryPricingView implements FollowedPricingView {
  /** By category and shop, then by id. */
  private readonly rows = new Map<string, Map<string, Row>>();
  private readonly offers = new Map<string, OffersOfShop>();
  private readonly positions = new ReachedPositions();
  private readonly stuckStreams = new Map<string, Parked>();
  private stuckAt: UnknownEvent | null = null;
  private rulesAt: Position = START;

  private readonly customerOrders = new CustomerOrders();
  private readonly lost = new LostHolds();
  private allowances: AllowancesInMemory;
  private readonly folded: readonly AnyProjection[];

  constructor(
    private readonly bus: EventBus,
    private readonly loadAllowance?: LoadAllowance,
    /** With it, this view keeps rules and allowances alone. */
    private readonly beside: FactsBeside | null = null,
  ) {
    this.allowances = new AllowancesInMemory(loadAllowance);
    this.folded = beside ? RULES : FOLDED;
  }

  /** Takes the rows of the tables as they are; events they hold already are passed over when following. */
  async start(views: ViewStore): Promise<void> {
    let from: Position | null = null;
    for (const projection of [...this.folded, ordersProjection]) {
      const { position } = await views.checkpoint(projection);
      if (from === null || comparePositions(position, from) < 0) from = position;
      for await (const row of allRows(views, projection)) this.keep(projection, row);
    }
    this.positions.moveTo(from ?? START);
  }

  /** Begins anew with the rows of rules, and the orders that stand on lost holds, as they were at a position. */
  startFrom({ position, rules, lost }: PricingStart): void {
    this.rows.clear();
    this.offers.clear();
    this.stuckStreams.clear();
    this.stuckAt = null;
    this.allowances = new AllowancesInMemory(this.loadAllowance);
    this.lost.clear();
    for (const [stream, allowances] of lost) this.lost.take(stream, allowances);
    for (const { rows } of rules) {
      for (const row of rows) this.keep(projectionOf(RULES, row.stream)!, row);
    }
    this.positions.moveTo(position);
  }

  /** Follows the log until the signal aborts. It stops, and says so, at an event this version does not know. */
  async run(signal: AbortSignal, onBatch: () => void = () => {}): Promise<void> {
    for await (const { events } of this.bus.subscribe(this.position(), signal)) {
      for (const event of events) {
        if (this.stuckAt) return;
        this.follow(event);
      }
      onBatch();
    }
  }

  position = (): Position => this.positions.current();

  reached = (position: Position): Promise<void> => this.positions.reached(position);

  waitsAt(): string | null {
    return this.stuckAt?.message ?? null;
  }

  parked(): readonly Parked[] {
    return [...this.stuckStreams.values()];
  }

  offersInForce = (shop: string, at: Instant): OffersInForce => this.offersOf(shop).at(at);

  lostHolds = (): number => this.lost.size;

  product = (shop: string, sku: string) => this.fact<Product>(productsProjection, shop, sku);

  products = (shop: string) => this.facts<Product>(productsProjection, shop);

  promotions = (shop: string) => this.facts<Promotion>(promotionsProjection, shop);

  customer = (shop: string, id: string) => this.fact<Customer>(customersProjection, shop, id);

  shop = (shop: string) => this.fact<Shop>(shopsProjection, shop, SETTINGS);

  orders = (shop: string, customer: string): OrderCounts => this.customerOrders.of(shop, customer);

  remaining = (shop: string, offer: OfferInForce, use: RemainingFor): Remaining | undefined =>
    this.allowances.remaining(shop, offer, use);

  allowance = (shop: string, id: string): Promise<KnownAllowance | undefined> => this.allowances.known(shop, id);

  prepared = async (shop: string, { customer }: Pick<Needed, 'customer'>, at: Instant): Promise<PricingView> => {
    const { limited } = this.offersInForce(shop, at);
    await this.allowances.prepared(shop, limited, customer);
    return this;
  };

  rulesVersion = (): Position => this.rulesAt;

  private fact<State>({ category }: Projection<State>, shop: string, id: string): Fact<State> | undefined {
    const row = this.rows.get(streamName(category, shop, ''))?.get(id) as Row<State> | undefined;
    return row && { revision: row.revision, state: row.document };
  }

  private *facts<State>({ category }: Projection<State>, shop: string): Iterable<readonly [string, Fact<State>]> {
    for (const [id, { revision, document }] of this.rows.get(streamName(category, shop, '')) ?? []) {
      yield [id, { revision, state: document as State }];
    }
  }

  private follow(event: StoredEvent): void {
    if (comparePositions(event.position, this.position()) <= 0) return;
    try {
      this.fold(event);
      this.beside?.follow(event);
    } catch (error) {
      if (error instanceof UnknownEvent) {
        this.stuckAt = error;
        return;
      }
      this.stuckStreams.set(event.stream, parkedAt(event, error));
    }
    this.advise(event);
    this.positions.moveTo(event.position);
  }

  private fold(event: StoredEvent): void {
    const { category, shop, id } = streamParts(event.stream);
    const projection = this.folded.find((one) => one.category === category);
    const row = this.rows.get(streamName(category, shop, ''))?.get(id);
    if (!projection || this.stuckStreams.has(event.stream) || (row && row.revision >= event.revision)) return;
    this.keep(projection, nextRow(projection, row, event));
  }

  // Counts and allowances only advise: one that cannot be folded stands still, and placing an order decides.
  private advise(event: StoredEvent): void {
    try {
      if (!this.beside) this.customerOrders.follow(event);
      this.lost.follow(event);
      this.allowances.follow(event);
    } catch (error) {
      this.stuckStreams.set(event.stream, parkedAt(event, error));
    }
  }

  private keep(projection: AnyProjection, row: Row): void {
    if (projection === ordersProjection) {
      if (!this.beside) this.customerOrders.keep(row as Row<Order>);
      this.lost.keep(row as Row<Order>);
      return;
    }
    const kept = streamName(projection.category, row.shop, '');
    const rows = this.rows.get(kept) ?? new Map<string, Row>();
    this.rows.set(kept, rows.set(row.id, row));
    if (RULES.includes(projection) && comparePositions(row.position, this.rulesAt) > 0) this.rulesAt = row.position;
    if (projection === promotionsProjection) this.offersOf(row.shop).put(row as Row<Promotion>);
  }

  private offersOf(shop: string): OffersOfShop {
    const offers = this.offers.get(shop) ?? new OffersOfShop();
    this.offers.set(shop, offers);
    return offers;
  }
}

async function* allRows(views: ViewStore, projection: AnyProjection): AsyncGenerator<Row> {
  for (let after = ''; ; ) {
    const page = await views.scan(projection, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.stream;
  }
}
