import type { AsOf } from '../../commands/asOf/asOf.js';
import type { EventStore } from '../../commands/eventStore.js';
import type { Needed, OrderCounts, PricingView } from '../../commands/pricingView.js';
import { streamName } from '../../domain/kernel/stream.js';
import { SETTINGS } from '../../domain/shop/stream.js';
import { AllowancesInMemory } from '../allowances/allowancesInMemory.js';
import { customersProjection } from '../customers/customersProjection.js';
import { hasEnded } from '../orders/customerOrders.js';
import { ordersProjection } from '../orders/ordersProjection.js';
import { OffersOfShop } from '../pricing/offersOfShop.js';
import { productsProjection } from '../products/productsProjection.js';
import type { Projection, Row } from '../projection.js';
import { promotionsProjection } from '../promotions/promotionsProjection.js';
import { shopsProjection } from '../shops/shopsProjection.js';
import type { ViewStore } from '../viewStore.js';
import { allowanceAsOf } from './allowanceAsOf.js';
import { pageAsOf } from './pageAsOf.js';
import { rowAsOf } from './rowAsOf.js';

export interface PastDeps {
  readonly store: EventStore;
  readonly views: Pick<ViewStore, 'rows' | 'page'>;
}

/** The tables a past view is made from: each must have reached its position. */
export const PAST_TABLES = [
  promotionsProjection,
  productsProjection,
  customersProjection,
  shopsProjection,
  ordersProjection,
] as const;

/** What pricing knew as of a position, for one shop and what is needed of it; nothing else is at hand. */
export async function pricingViewAsOf(
  deps: PastDeps,
  asOf: AsOf,
  shop: string,
  { skus, customer }: Needed,
): Promise<PricingView> {
  const { position } = asOf;
  const promotions = await every(deps, promotionsProjection, shop, asOf);
  const products =
    skus === 'all'
      ? await every(deps, productsProjection, shop, asOf)
      : await named(deps, productsProjection, shop, skus, asOf);
  const customers = await named(deps, customersProjection, shop, customer === undefined ? [] : [customer], asOf);
  const settings = await named(deps, shopsProjection, shop, [SETTINGS], asOf);
  const orders = customer === undefined ? NO_ORDERS : await ordersOf(deps, shop, customer, asOf);
  const allowances = new AllowancesInMemory((stream) => allowanceAsOf(deps.store, stream, position));
  const offers = new OffersOfShop();
  for (const row of promotions.values()) offers.put(row);

  const view: PricingView = {
    position: () => position,
    reached: async () => {},
    offersInForce: (_, at) => offers.at(at),
    product: (_, sku) => factOf(products.get(sku)),
    products: () => factsOf(products),
    promotions: () => factsOf(promotions),
    customer: (_, id) => factOf(customers.get(id)),
    shop: () => factOf(settings.get(SETTINGS)),
    orders: () => orders,
    remaining: (ofShop, offer, use) => allowances.remaining(ofShop, offer, use),
    prepared: async (ofShop, needed, at) => {
      await allowances.prepared(ofShop, offers.at(at).limited, needed.customer);
      return view;
    },
  };
  return view;
}

const NO_ORDERS: OrderCounts = { placed: 0, cancelled: 0 };
const PAGE = 1_000;

type Rows<D> = ReadonlyMap<string, Row<D>>;

async function every<D>(deps: PastDeps, projection: Projection<D>, shop: string, asOf: AsOf): Promise<Rows<D>> {
  const rows = new Map<string, Row<D>>();
  for await (const row of allAsOf(deps, projection, { shop }, asOf)) rows.set(row.id, row);
  return rows;
}

async function named<D>(
  { store, views }: PastDeps,
  projection: Projection<D>,
  shop: string,
  ids: readonly string[],
  { position }: AsOf,
): Promise<Rows<D>> {
  const streams = [...new Set(ids)].map((id) => streamName(projection.category, shop, id));
  const now = await views.rows(projection, streams);
  const past = await Promise.all([...now.values()].map((row) => rowAsOf(store, projection, row, position)));
  return new Map(past.flatMap((row) => (row ? [[row.id, row] as const] : [])));
}

async function ordersOf(deps: PastDeps, shop: string, customer: string, asOf: AsOf): Promise<OrderCounts> {
  let { placed, cancelled } = NO_ORDERS;
  for await (const { document } of allAsOf(deps, ordersProjection, { shop, customer }, asOf)) {
    if (document.placedAt === null) continue;
    placed++;
    if (hasEnded(document)) cancelled++;
  }
  return { placed, cancelled };
}

async function* allAsOf<D>(
  deps: PastDeps,
  projection: Projection<D>,
  { shop, ...where }: { readonly shop: string; readonly customer?: string },
  { position }: AsOf,
): AsyncGenerator<Row<D>> {
  for (let after: string | null = ''; after !== null; ) {
    const query = { shop, where, fixed: ['customer'], limit: PAGE, after };
    const page: Awaited<ReturnType<typeof pageAsOf<D>>> = await pageAsOf(deps, projection, query, position);
    yield* page.rows;
    after = page.next;
  }
}

function factOf<D>(row: Row<D> | undefined) {
  return row && { revision: row.revision, state: row.document };
}

function* factsOf<D>(rows: Rows<D>) {
  for (const [id, { revision, document }] of rows) yield [id, { revision, state: document }] as const;
}
