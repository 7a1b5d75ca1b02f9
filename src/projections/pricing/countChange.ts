import type { StoredEvent } from '../../commands/eventStore.js';
import { decode } from '../../commands/storedEvents.js';
import { customerAggregate } from '../../domain/customer/stream.js';
import { type StreamName, streamName } from '../../domain/kernel/stream.js';
import type { OrderEvent } from '../../domain/order/events.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { CountChange } from './pricingViews.js';

export function customerStream(shop: string, customer: string): StreamName {
  return streamName(customerAggregate.category, shop, customer);
}

/** What an event changes in how many orders its customer has; null: nothing. A late payment revives an expired order. */
export function countChangeOf(stored: StoredEvent): CountChange | null {
  if (!stored.stream.startsWith(`${orderAggregate.category}-`)) return null;
  const { type, data } = decode<OrderEvent>(stored);
  const changed = (customer: string | null, placed: number, cancelled: number) =>
    customer === null ? null : { customer: customerStream(stored.shop, customer), placed, cancelled };
  switch (type) {
    case 'order-placed':
      return changed(data.customer, 1, 0);
    case 'order-cancelled':
    case 'order-expired':
      return changed(data.customer, 0, 1);
    case 'order-paid':
      return data.late ? changed(data.customer, 0, -1) : null;
    default:
      return null;
  }
}
