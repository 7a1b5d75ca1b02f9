import type { Position, StoredEvent } from '../../src/commands/eventStore.js';
import type { EventBus } from '../../src/projections/eventBus.js';

/** Delivers batches as they are given, whatever was asked for, and ends. Remembers from where it was subscribed. */
export class ArrayBus implements EventBus {
  readonly subscribedAfter: Position[] = [];

  constructor(private readonly batches: readonly (readonly StoredEvent[])[]) {}

  async *subscribe(after: Position): AsyncIterable<readonly StoredEvent[]> {
    this.subscribedAfter.push(after);
    yield* this.batches;
  }
}
