import type { StoredEvent } from '../../commands/eventStore.js';
import type { OrderCounts } from '../../commands/pricingView.js';
import type { Order } from '../../domain/order/state.js';
import { orderAggregate } from '../../domain/order/stream.js';
import { countChangeOf, customerStream } from '../pricing/countChange.js';
import type { Row } from '../projection.js';

const NONE: OrderCounts = { placed: 0, cancelled: 0 };

/** How many orders each customer placed, and how many of those were cancelled or expired and not paid late: who is new, which is the nth. */
export class CustomerOrders {
  readonly #counts = new Map<string, OrderCounts>();
  /** The last event counted of each order that came from a table: it may be delivered again. */
  readonly #counted = new Map<string, number>();

  of(shop: string, customer: string): OrderCounts {
    return this.#counts.get(customerStream(shop, customer)) ?? NONE;
  }

  /** Takes an order as the table has it. */
  keep({ stream, shop, revision, document }: Row<Order>): void {
    this.#counted.set(stream, revision);
    if (document.customer === null || document.placedAt === null) return;
    this.#add(customerStream(shop, document.customer), 1, hasEnded(document) ? 1 : 0);
  }

  follow(stored: StoredEvent): void {
    if (!stored.stream.startsWith(`${orderAggregate.category}-`)) return;
    const counted = this.#counted.get(stored.stream);
    if (counted !== undefined) {
      if (counted >= stored.revision) return;
      this.#counted.delete(stored.stream);
    }
    const change = countChangeOf(stored);
    if (change) this.#add(change.customer, change.placed, change.cancelled);
  }

  #add(stream: string, placed: number, cancelled: number): void {
    const before = this.#counts.get(stream) ?? NONE;
    this.#counts.set(stream, {
      placed: before.placed + placed,
      cancelled: before.cancelled + cancelled,
    });
  }
}

/** Whether it was cancelled, or expired and not paid late. */
export function hasEnded({ status }: Order): boolean {
  return status === 'cancelled' || status === 'expired' || status === 'retaking';
}
