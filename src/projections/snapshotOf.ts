import type { StoredEvent } from '../commands/eventStore.js';
import { decode } from '../commands/storedEvents.js';
import type { Aggregate, DomainEvent } from '../domain/kernel/decider.js';

/** The fold of a read model that shows an aggregate as it is: the aggregate's own. */
export function snapshotOf<State, Event extends DomainEvent>({ initial, evolve }: Aggregate<State, Event>) {
  return (document: State | undefined, event: StoredEvent): State => evolve(document ?? initial, decode<Event>(event));
}
