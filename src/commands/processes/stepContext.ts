import { streamName } from '../../domain/kernel/stream.js';
import { commandIdOf } from '../commandId.js';
import type { CommandContext } from '../context.js';
import type { EventStore } from '../eventStore.js';
import type { Machine } from '../ports.js';

/** The event that a step follows. */
export interface Cause {
  readonly shop: string;
  /** Event id. */
  readonly event: string;
  readonly correlation: string;
}

/** The principal of what Orchard does by itself. */
export const ORCHARD = { principal: 'orchard', role: 'order-service' } as const;

/** The last event of a stream, as the cause of what is done about it. */
export async function causeOf(store: EventStore, category: string, shop: string, id: string): Promise<Cause | null> {
  const [last] = await store.readStream(streamName(category, shop, id), { direction: 'backward', limit: 1 });
  return last ? { shop, event: last.id, correlation: last.correlation } : null;
}

/**
 * What goes with a step. Its command id follows from what the step is, so that anybody may take it, any number of
 * times, and it happens once.
 */
export function stepContext({ sha256 }: Pick<Machine, 'sha256'>, cause: Cause, step: string): CommandContext {
  const { shop, event, correlation } = cause;
  return {
    shop,
    actor: ORCHARD,
    commandId: commandIdOf(shop, ORCHARD.principal, step),
    requestHash: sha256(step),
    correlation,
    causation: event,
  };
}
