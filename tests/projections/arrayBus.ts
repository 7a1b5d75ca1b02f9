import type { Position, StoredEvent } from '../../src/commands/eventStore.js';
import type { Delivery, EventBus } from '../../src/projections/eventBus.js';

/** Delivers batches as they are given, whatever was asked for, and ends. Remembers from where it was subscribed. */
export class ArrayBus implements EventBus {
  readonly subscribedAfter: Position[] = [];

  constructor(private readonly batches: readonly (readonly StoredEvent[])[]) {}

  async *subscribe(after: Position): AsyncIterable<Delivery> {
    this.subscribedAfter.push(after);
    for (const events of this.batches) yield { events, position: events.at(-1)?.position ?? after };
  }
}
