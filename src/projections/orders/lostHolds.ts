import type { StoredEvent } from '../../commands/eventStore.js';
import { decode } from '../../commands/storedEvents.js';
import type { OrderEvent } from '../../domain/order/events.js';
import type { Order } from '../../domain/order/state.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { Row } from '../projection.js';

/**
 * Paid orders that stand though a part of an allowance could not be confirmed for them: the shop keeps that promise at
 * its own cost (docs/decisions/0010). By design there are none; a clock off by more than the grace, an outage longer
 * than it, or a log restored from before a confirmation makes one, and somebody should know.
 */
export class LostHolds {
  /** By stream, the allowances. */
  readonly #lost = new Map<string, readonly string[]>();

  get size(): number {
    return this.#lost.size;
  }

  /** Takes an order as the table has it. */
  keep({ stream, document }: Row<Order>): void {
    if (isAlarming(document)) this.#lost.set(stream, document.lost);
    else this.#lost.delete(stream);
  }

  follow(stored: StoredEvent): void {
    if (stored.type !== 'holds-confirmed' && stored.type !== 'order-cancelled') return;
    if (!stored.stream.startsWith(`${orderAggregate.category}-`)) return;
    const { type, data } = decode<OrderEvent>(stored);
    if (type === 'holds-confirmed' && data.lost.length > 0) this.#lost.set(stored.stream, data.lost);
    else this.#lost.delete(stored.stream);
  }
}

/** Whether an order stands on a hold that was lost. */
export function isAlarming({ status, lost }: Pick<Order, 'status' | 'lost'>): boolean {
  return status === 'paid' && lost.length > 0;
}
