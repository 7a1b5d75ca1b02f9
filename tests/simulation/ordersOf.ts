import { decode } from '../../src/commands/storedEvents.js';
import { streamParts } from '../../src/domain/kernel/stream.js';
import type { OrderEvent } from '../../src/domain/order/events.js';
import { evolveOrder, noOrder, type Order } from '../../src/domain/order/state.js';
import type { StoreServer } from './storeServer.js';

/** Every order of the log, as it is now. */
export function ordersOf({ log }: StoreServer): ReadonlyMap<string, Order> {
  const orders = new Map<string, Order>();
  for (const event of log) {
    const { category, id } = streamParts(event.stream);
    if (category === 'order') orders.set(id, evolveOrder(orders.get(id) ?? noOrder, decode<OrderEvent>(event)));
  }
  return orders;
}
