import type { Instant } from '../../domain/kernel/instant.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { streamName } from '../../domain/kernel/stream.js';
import type { OrderEvent } from '../../domain/order/events.js';
import type { Order } from '../../domain/order/state.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { CommandContext } from '../context.js';
import { StoreUnavailable } from '../eventStore.js';
import { execute } from '../execute.js';
import { loadStream } from '../loadStream.js';
import { carryOn } from '../processes/carryOn.js';
import type { OrderOutcome } from './concluded.js';
import type { OrderDeps } from './orderDeps.js';

/** Decides on an order; a step of it that is under way is finished first. */
export async function decideOnOrder(
  deps: OrderDeps,
  id: string,
  context: CommandContext,
  decide: (order: Order, at: Instant) => readonly OrderEvent[],
): Promise<OrderOutcome> {
  try {
    return await execute(deps, orderAggregate, id, context, decide);
  } catch (error) {
    if (!(error instanceof Rejection && error.code === 'ORDER_BUSY')) throw error;
  }
  await carryOn(deps, context.shop, id, true);
  return execute(deps, orderAggregate, id, context, decide);
}

/** An order as it is, and whether this command was answered before. */
export async function knownOrder(
  { store }: OrderDeps,
  id: string,
  { shop, commandId }: CommandContext,
): Promise<{ readonly order: Order; readonly isAnswered: boolean }> {
  const { state, answered } = await loadStream(store, orderAggregate, streamName(orderAggregate.category, shop, id));
  return { order: state, isAnswered: answered.has(commandId) };
}

/** Goes on at once with what follows a fact. Whatever is in the way now, the processes take it up from the log. */
export async function goOn(deps: OrderDeps, shop: string, id: string): Promise<void> {
  try {
    await carryOn(deps, shop, id);
  } catch (error) {
    if (!(error instanceof Rejection || error instanceof StoreUnavailable)) throw error;
  }
}
