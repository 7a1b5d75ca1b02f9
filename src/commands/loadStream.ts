import type { Aggregate, DomainEvent } from '../domain/kernel/decider.js';
import type { StreamName } from '../domain/kernel/stream.js';
import type { EventStore } from './eventStore.js';
import { type Loaded, StreamFold } from './streamFold.js';

const PAGE = 1_000;

/** Folds a stream, up to and including revision `upTo` if given. @throws UnknownEvent */
export async function loadStream<State, Event extends DomainEvent>(
  store: EventStore,
  aggregate: Aggregate<State, Event>,
  stream: StreamName,
  upTo?: number,
): Promise<Loaded<State>> {
  const fold = new StreamFold(aggregate);
  await readOn(store, stream, fold, upTo);
  return fold;
}

/** Folds what a stream has beyond what was folded of it, up to and including revision `upTo`. */
export async function readOn<State, Event extends DomainEvent>(
  store: EventStore,
  stream: StreamName,
  fold: StreamFold<State, Event>,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  while (fold.next <= upTo) {
    const limit = Math.min(PAGE, upTo - fold.next + 1);
    const page = await (store.readToFold?.(stream, fold.next, limit) ??
      store.readStream(stream, { from: fold.next, limit }));
    for (const stored of page) fold.addStored(stored);
    if (page.length < limit) return;
  }
}
