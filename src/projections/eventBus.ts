import type { Position, StoredEvent } from '../commands/eventStore.js';

/** A stretch of the log for one subscriber. */
export interface Delivery {
  /** In the order of the log; perhaps none, perhaps some that came before. */
  readonly events: readonly StoredEvent[];
  /** How far the log is known with them: nothing that concerns the subscriber is between the last event and this. */
  readonly position: Position;
}

/**
 * What feeds projections: every event once or more, in order, from a position on, for ever. A delivery counts as done
 * when the next one is asked for; what was not done comes again.
 */
export interface EventBus {
  subscribe(after: Position, signal: AbortSignal): AsyncIterable<Delivery>;
}
