import type { Aggregate, DomainEvent } from '../domain/kernel/decider.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { StreamName } from '../domain/kernel/stream.js';
import type { EventStore, ExpectedRevision, StoredEvent } from './eventStore.js';
import { decode } from './storedEvents.js';

const PAGE = 1_000;

/** What a command already decided on this stream. */
export interface Answered {
  readonly requestHash: string;
  readonly events: readonly StoredEvent[];
}

/** State and revision of one read: what `append` is given is what was decided on. */
export interface Loaded<State> {
  readonly state: State;
  readonly revision: ExpectedRevision;
  readonly lastRecordedAt: Instant;
  readonly answered: ReadonlyMap<string, Answered>;
}

/** Folds a stream, up to and including revision `upTo` if given. @throws UnknownEvent */
export async function loadStream<State, Event extends DomainEvent>(
  store: EventStore,
  aggregate: Aggregate<State, Event>,
  stream: StreamName,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<Loaded<State>> {
  let state = aggregate.initial;
  let revision: ExpectedRevision = 'none';
  let lastRecordedAt: Instant = '';
  const answered = new Map<string, { requestHash: string; events: StoredEvent[] }>();
  for await (const stored of eventsOf(store, stream, upTo)) {
    state = aggregate.evolve(state, decode<Event>(stored));
    revision = stored.revision;
    lastRecordedAt = stored.recordedAt;
    const command = answered.get(stored.commandId);
    if (command) command.events.push(stored);
    else answered.set(stored.commandId, { requestHash: stored.requestHash, events: [stored] });
  }
  return { state, revision, lastRecordedAt, answered };
}

async function* eventsOf(store: EventStore, stream: StreamName, upTo: number): AsyncGenerator<StoredEvent> {
  for (let from = 0; ; from += PAGE) {
    const page = await store.readStream(stream, { from, limit: PAGE });
    for (const event of page) {
      if (event.revision > upTo) return;
      yield event;
    }
    if (page.length < PAGE) return;
  }
}
