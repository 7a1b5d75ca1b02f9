import type { StoredEvent } from '../../commands/eventStore.js';
import type { OrderCounts } from '../../commands/pricingView.js';
import { decode } from '../../commands/storedEvents.js';
import type { OrderEvent } from '../../domain/order/events.js';
import type { Order } from '../../domain/order/state.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { Row } from '../projection.js';

const NONE: OrderCounts = { placed: 0, cancelled: 0 };

/** How many orders each customer placed, and how many of those were cancelled or expired and not paid late: who is new, which is the nth. */
export class CustomerOrders {
  readonly #counts = new Map<string, OrderCounts>();
  /** The last event counted of each order that came from a table: it may be delivered again. */
  readonly #counted = new Map<string, number>();

  of(shop: string, customer: string): OrderCounts {
    return this.#counts.get(`${shop}.${customer}`) ?? NONE;
  }

  /** Takes an order as the table has it. */
  keep({ stream, shop, revision, document }: Row<Order>): void {
    this.#counted.set(stream, revision);
    if (document.customer === null || document.placedAt === null) return;
    this.#add(shop, document.customer, 1, hasEnded(document) ? 1 : 0);
  }

  follow(stored: StoredEvent): void {
    if (!stored.stream.startsWith(`${orderAggregate.category}-`)) return;
    const counted = this.#counted.get(stored.stream);
    if (counted !== undefined) {
      if (counted >= stored.revision) return;
      this.#counted.delete(stored.stream);
    }
    const { type, data } = decode<OrderEvent>(stored);
    if (type === 'order-placed' && data.customer !== null) this.#add(stored.shop, data.customer, 1, 0);
    const isOver = type === 'order-cancelled' || type === 'order-expired';
    if (type === 'order-paid' && data.late && data.customer !== null) this.#add(stored.shop, data.customer, 0, -1);
    if (isOver && data.customer !== null) this.#add(stored.shop, data.customer, 0, 1);
  }

  #add(shop: string, customer: string, placed: number, cancelled: number): void {
    const before = this.of(shop, customer);
    this.#counts.set(`${shop}.${customer}`, {
      placed: before.placed + placed,
      cancelled: before.cancelled + cancelled,
    });
  }
}

function hasEnded({ status }: Order): boolean {
  return status === 'cancelled' || status === 'expired' || status === 'retaking';
}
