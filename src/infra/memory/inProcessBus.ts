import type { EventStore, Position, StoredEvent } from '../../commands/eventStore.js';
import type { EventBus } from '../../projections/eventBus.js';

/** The bus of one process: the log itself, followed. Nothing can be missed, so there is nothing to relay. */
export class InProcessBus implements EventBus {
  constructor(private readonly store: EventStore) {}

  subscribe(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return this.store.follow(after, signal);
  }
}
