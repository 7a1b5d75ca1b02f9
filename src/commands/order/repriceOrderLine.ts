import { repriceLine } from '../../domain/order/changing.js';
import type { OrderEvent } from '../../domain/order/events.js';
import type { Order } from '../../domain/order/state.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { Command } from '../command.js';
import { type PriceMessage, priceMessage } from './orderMessages.js';

/** Sets the price of a line by hand, with a reason, before the order is paid. */
export const repriceOrderLine: Command<PriceMessage, Order, OrderEvent> = {
  name: 'reprice-order-line',
  roles: ['operator', 'approver'],
  message: priceMessage,
  aggregate: orderAggregate,
  target: ({ order }) => order,
  decide: (state, { line, pay, reason }, at) => repriceLine(state, line, pay, reason, at),
};
