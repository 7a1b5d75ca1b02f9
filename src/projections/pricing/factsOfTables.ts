import { comparePositions, type Position } from '../../commands/eventStore.js';
import type { OrderCounts } from '../../commands/pricingView.js';
import { streamParts } from '../../domain/kernel/stream.js';
import type { Order } from '../../domain/order/state.js';
import { hasEnded } from '../orders/customerOrders.js';
import { ordersProjection } from '../orders/ordersProjection.js';
import { productsProjection } from '../products/productsProjection.js';
import type { AnyProjection, Row } from '../projection.js';
import type { ViewStore } from '../viewStore.js';
import type { FactSource } from './factSource.js';
import { LOOKED_UP, projectionOf } from './pricingStep.js';

type Tables = Pick<ViewStore, 'checkpoint' | 'rows' | 'page'>;

const PAGE = 1_000;
/** Tables that move while orders are counted are counted again so often. */
const TRIES = 5;

/** Products, customers and their orders from the tables: slower than what is shared, and always there. */
export function factsOfTables(tables: Tables): FactSource {
  const reached = async (projections: readonly AnyProjection[]): Promise<Position> => {
    const checkpoints = await Promise.all(projections.map((projection) => tables.checkpoint(projection)));
    return checkpoints.map(({ position }) => position).sort(comparePositions)[0]!;
  };
  const rowsOf = async (streams: readonly string[]): Promise<Map<string, Row>> => {
    const found = await Promise.all(
      LOOKED_UP.map((projection) => {
        const own = streams.filter((stream) => projectionOf([projection], stream));
        return own.length > 0 ? tables.rows(projection, own) : new Map<string, Row>();
      }),
    );
    return new Map(found.flatMap((rows) => [...rows]));
  };
  return {
    name: 'tables',
    lookUp: async (streams, buyers) => {
      for (let tries = 1; ; tries++) {
        // Rows only get newer, so the position from before holds for them; sums hold for one position alone.
        const rowsAt = await reached(LOOKED_UP);
        const before = await reached([ordersProjection]);
        const rows = await rowsOf(streams);
        const counts = new Map<string, OrderCounts>();
        for (const buyer of buyers) counts.set(buyer, await ordersOf(tables, buyer));
        const isOfOnePosition = buyers.length === 0 || (await reached([ordersProjection])) === before;
        if (isOfOnePosition) return { position: rowsAt, countedTo: before, rows, counts };
        if (tries === TRIES) return null;
      }
    },
    products: async (shop) => {
      const position = await reached([productsProjection]);
      const rows = new Map<string, Row>();
      for await (const row of allOf(tables, productsProjection, { shop })) rows.set(row.stream, row);
      return { position, countedTo: position, rows, counts: new Map() };
    },
  };
}

async function ordersOf(tables: Tables, buyer: string): Promise<OrderCounts> {
  const { shop, id: customer } = streamParts(buyer);
  let [placed, cancelled] = [0, 0];
  for await (const { document } of allOf(tables, ordersProjection, { shop, where: { customer } })) {
    const order = document as Order;
    if (order.placedAt === null) continue;
    placed++;
    if (hasEnded(order)) cancelled++;
  }
  return { placed, cancelled };
}

async function* allOf(
  tables: Tables,
  projection: AnyProjection,
  which: { readonly shop: string; readonly where?: Readonly<Record<string, string>> },
): AsyncIterable<Row> {
  for (let after = ''; ; ) {
    const page = await tables.page(projection, { ...which, after, limit: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}
