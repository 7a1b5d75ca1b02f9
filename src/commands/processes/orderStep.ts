import type { Instant } from '../../domain/kernel/instant.js';
import { streamName } from '../../domain/kernel/stream.js';
import type { OrderEvent } from '../../domain/order/events.js';
import type { Order } from '../../domain/order/state.js';
import { orderAggregate } from '../../domain/order/stream.js';
import { execute } from '../execute.js';
import { loadStream } from '../loadStream.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { type Cause, stepContext } from './stepContext.js';

/** An order to go on with, as it was read, and the event that is gone on from. */
export interface OrderAt {
  readonly id: string;
  readonly order: Order;
  readonly cause: Cause;
}

export async function readOrder({ store }: OrderDeps, shop: string, id: string): Promise<Order> {
  return (await loadStream(store, orderAggregate, streamName(orderAggregate.category, shop, id))).state;
}

/** Records how a step of an order ended, once whoever took it; the order as it is then. */
export async function recordStep(
  deps: OrderDeps,
  { id, cause }: OrderAt,
  step: string,
  decide: (order: Order, at: Instant) => readonly OrderEvent[],
): Promise<Order> {
  const context = stepContext(deps.machine, cause, `${step} ${id} after ${cause.event}`);
  await execute(deps, orderAggregate, id, context, decide);
  return readOrder(deps, cause.shop, id);
}
