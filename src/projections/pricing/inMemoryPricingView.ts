import type { Position, StoredEvent } from '../../commands/eventStore.js';
import { comparePositions, START } from '../../commands/eventStore.js';
import type { OfferInForce, OffersInForce } from '../../commands/offersInForce.js';
import type { Fact, OrderCounts, PricingView, RemainingFor } from '../../commands/pricingView.js';
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
import { OffersOfShop } from './offersOfShop.js';

/** The tables whose rows the view folds on. */
const FOLDED: readonly AnyProjection[] = [
  promotionsProjection,
  productsProjection,
  customersProjection,
  shopsProjection,
];

/** The tables the view starts from; of orders it keeps how many each customer has. */
export const PRICING_PROJECTIONS: readonly AnyProjection[] = [...FOLDED, ordersProjection];

const PAGE = 1_000;

/**
 * Everything pricing needs, in memory: starts from the tables and follows the log by itself, so a price never waits
 * for a table to be written.
 */
export class InMemoryPricingView implements PricingView {
  /** By category and shop, then by id. */
  private readonly rows = new Map<string, Map<string, Row>>();
  private readonly offers = new Map<string, OffersOfShop>();
  private readonly positions = new ReachedPositions();
  private readonly stuckStreams = new Map<string, Parked>();
  private stuckAt: UnknownEvent | null = null;

  private readonly customerOrders = new CustomerOrders();
  private readonly lost = new LostHolds();
  private readonly allowances: AllowancesInMemory;

  constructor(
    private readonly bus: EventBus,
    loadAllowance?: LoadAllowance,
  ) {
    this.allowances = new AllowancesInMemory(loadAllowance);
  }

  /** Takes the rows of the tables as they are; events they hold already are passed over when following. */
  async start(views: ViewStore): Promise<void> {
    let from: Position | null = null;
    for (const projection of PRICING_PROJECTIONS) {
      const { position } = await views.checkpoint(projection);
      if (from === null || comparePositions(position, from) < 0) from = position;
      for await (const row of allRows(views, projection)) this.keep(projection, row);
    }
    this.positions.moveTo(from ?? START);
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

  /** The event it cannot pass, if any. */
  waitsAt(): string | null {
    return this.stuckAt?.message ?? null;
  }

  /** Streams whose rows stand still because an event could not be folded, as in the tables. */
  parked(): readonly Parked[] {
    return [...this.stuckStreams.values()];
  }

  offersInForce = (shop: string, at: Instant): OffersInForce => this.offersOf(shop).at(at);

  /** How many paid orders stand on a hold that was lost, over all shops. */
  lostHolds = (): number => this.lost.size;

  product = (shop: string, sku: string) => this.fact<Product>(productsProjection, shop, sku);

  products = (shop: string) => this.facts<Product>(productsProjection, shop);

  promotions = (shop: string) => this.facts<Promotion>(promotionsProjection, shop);

  customer = (shop: string, id: string) => this.fact<Customer>(customersProjection, shop, id);

  shop = (shop: string) => this.fact<Shop>(shopsProjection, shop, SETTINGS);

  orders = (shop: string, customer: string): OrderCounts => this.customerOrders.of(shop, customer);

  remaining = (shop: string, offer: OfferInForce, use: RemainingFor): Remaining | undefined =>
    this.allowances.remaining(shop, offer, use);

  /** What is known of an allowance, opened or not. */
  allowance = (shop: string, id: string): Promise<KnownAllowance | undefined> => this.allowances.known(shop, id);

  prepared = (shop: string, customer: string | undefined, at: Instant): Promise<void> => {
    const { limited } = this.offersInForce(shop, at);
    return this.allowances.prepared(shop, limited, customer);
  };

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
    const { category, shop, id } = streamParts(event.stream);
    const projection = FOLDED.find((one) => one.category === category);
    const row = this.rows.get(streamName(category, shop, ''))?.get(id);
    if (projection && !this.stuckStreams.has(event.stream) && (!row || row.revision < event.revision)) {
      try {
        this.keep(projection, nextRow(projection, row, event));
      } catch (error) {
        if (error instanceof UnknownEvent) {
          this.stuckAt = error;
          return;
        }
        this.stuckStreams.set(event.stream, parkedAt(event, error));
      }
    }
    this.advise(event);
    this.positions.moveTo(event.position);
  }

  // Counts and allowances only advise: one that cannot be folded stands still, and placing an order decides.
  private advise(event: StoredEvent): void {
    try {
      this.customerOrders.follow(event);
      this.lost.follow(event);
      this.allowances.follow(event);
    } catch (error) {
      this.stuckStreams.set(event.stream, parkedAt(event, error));
    }
  }

  private keep(projection: AnyProjection, row: Row): void {
    if (projection === ordersProjection) {
      this.customerOrders.keep(row as Row<Order>);
      this.lost.keep(row as Row<Order>);
      return;
    }
    const kept = streamName(projection.category, row.shop, '');
    const rows = this.rows.get(kept) ?? new Map<string, Row>();
    this.rows.set(kept, rows.set(row.id, row));
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
