import type { DomainEvent } from '../../domain/kernel/decider.js';
import { streamName } from '../../domain/kernel/stream.js';
import type { OrderEvent } from '../../domain/order/events.js';
import type { Order } from '../../domain/order/state.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { Outcome } from '../execute.js';
import { loadStream } from '../loadStream.js';
import type { CommandDeps } from '../ports.js';
import { decode } from '../storedEvents.js';

export type OrderOutcome = Outcome<Order, OrderEvent>;

/**
 * How what began at a revision of an order ended: the first event of one of the types, and the order as it was then.
 * Whatever happened since, the answer to a command that is asked again is the one it had. Null: it goes on.
 */
export async function concluded(
  { store }: CommandDeps,
  shop: string,
  id: string,
  from: number,
  types: readonly DomainEvent['type'][],
): Promise<Pick<OrderOutcome, 'state' | 'events' | 'revision' | 'position'> | null> {
  const stream = streamName(orderAggregate.category, shop, id);
  const events = await store.readStream(stream, { from });
  const last = events.find(({ type }) => types.includes(type));
  if (!last) return null;
  const { state } = await loadStream(store, orderAggregate, stream, last.revision);
  return { state, events: [decode<OrderEvent>(last)], revision: last.revision, position: last.position };
}

/** The revision at which an order began something, the last time it did. */
export async function beganAt(
  { store }: CommandDeps,
  shop: string,
  id: string,
  type: DomainEvent['type'],
): Promise<number> {
  const events = await store.readStream(streamName(orderAggregate.category, shop, id), {});
  const began = events.findLast((event) => event.type === type);
  if (!began) throw new TypeError(`order ${id} has no ${type}`);
  return began.revision;
}
