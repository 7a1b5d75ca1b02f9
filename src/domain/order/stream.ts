import type { Aggregate } from '../kernel/decider.js';
import type { OrderEvent } from './events.js';
import { evolveOrder, noOrder, type Order } from './state.js';

export const orderAggregate: Aggregate<Order, OrderEvent> = {
  category: 'order',
  initial: noOrder,
  evolve: evolveOrder,
};
