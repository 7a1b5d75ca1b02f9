import type { Position, StoredEvent } from '../commands/eventStore.js';

/** What feeds projections: every event once or more, in order, from a position on, for ever. */
export interface EventBus {
  subscribe(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]>;
}
