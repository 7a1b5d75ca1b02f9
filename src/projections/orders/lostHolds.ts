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

  clear(): void {
    this.#lost.clear();
  }

  /** Takes an order as the table has it. */
  keep({ stream, document }: Row<Order>): void {
    this.take(stream, isAlarming(document) ? document.lost : null);
  }

  follow(stored: StoredEvent): void {
    const change = lostChangeOf(stored);
    if (change) this.take(...change);
  }

  /** Takes what a stream's order lost; null: nothing. */
  take(stream: string, allowances: readonly string[] | null): void {
    if (allowances) this.#lost.set(stream, allowances);
    else this.#lost.delete(stream);
  }
}

/** What an event changes in the parts of allowances an order stands on without having them. */
export function lostChangeOf(
  stored: StoredEvent,
): readonly [stream: string, allowances: readonly string[] | null] | null {
  if (stored.type !== 'holds-confirmed' && stored.type !== 'order-cancelled') return null;
  if (!stored.stream.startsWith(`${orderAggregate.category}-`)) return null;
  const { type, data } = decode<OrderEvent>(stored);
  return [stored.stream, type === 'holds-confirmed' && data.lost.length > 0 ? data.lost : null];
}

/** Whether an order stands on a hold that was lost. */
export function isAlarming({ status, lost }: Pick<Order, 'status' | 'lost'>): boolean {
  return status === 'paid' && lost.length > 0;
}
