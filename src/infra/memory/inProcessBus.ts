import type { EventStore, Position } from '../../commands/eventStore.js';
import type { Delivery, EventBus } from '../../projections/eventBus.js';

/** The bus of one process: the log itself, followed. Nothing can be missed, so there is nothing to relay. */
export class InProcessBus implements EventBus {
  constructor(private readonly store: EventStore) {}

  async *subscribe(after: Position, signal: AbortSignal): AsyncIterable<Delivery> {
    for await (const events of this.store.follow(after, signal)) {
      const position = events.at(-1)?.position;
      if (position !== undefined) yield { events, position };
    }
  }
}
