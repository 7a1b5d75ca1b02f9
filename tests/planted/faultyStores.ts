import {
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  RevisionConflict,
  StoreUnavailable,
} from '../../src/commands/eventStore.js';
import { withAppend } from './forwarding.js';

type Faulty = (store: EventStore) => EventStore;

/** Reads the revision when it appends, after the decision was made on another. */
export const revisionReadAfterTheDecision: Faulty = (store) =>
  withAppend(store, async (stream, _expected, events) => {
    const [last] = await store.readStream(stream, { direction: 'backward', limit: 1 });
    return store.append(stream, last?.revision ?? 'none', events);
  });

/** Appends wherever the stream is: what others decided meanwhile is nobody's concern. */
export const noExpectedRevision: Faulty = (store) =>
  withAppend(store, async (stream, expected, events) => {
    let at: ExpectedRevision = expected;
    for (;;) {
      try {
        return await store.append(stream, at, events);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        at = error.actual;
      }
    }
  });

/** Says yes before it has appended anything. */
export const acknowledgedBeforeTheAppend: Faulty = (store) =>
  withAppend(store, async (stream, expected, events) => {
    store.append(stream, expected, events).catch(() => {});
    return predicted(expected, events);
  });

/** Takes "no answer" for yes. */
export const silenceTakenForSuccess: Faulty = (store) =>
  withAppend(store, async (stream, expected, events) => {
    try {
      return await store.append(stream, expected, events);
    } catch (error) {
      if (error instanceof StoreUnavailable) return predicted(expected, events);
      throw error;
    }
  });

/** After "no answer" sends the events again under new ids, where the stream is now. */
export const sentAgainUnderNewIds: Faulty = (store) =>
  withAppend(store, async (stream, expected, events) => {
    try {
      return await store.append(stream, expected, events);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      const renamed = events.map((event) => ({ ...event, id: event.id.replace(/^...../, 'again') }));
      const [last] = await store.readStream(stream, { direction: 'backward', limit: 1 });
      return store.append(stream, last?.revision ?? 'none', renamed);
    }
  });

/** Makes event ids of stream and revision: two decisions have the same ids, with other bytes. */
export const sameEventIdsForOtherBytes: Faulty = (store) =>
  withAppend(store, (stream, expected, events) => {
    const next = expected === 'none' ? 0 : expected + 1;
    return store.append(
      stream,
      expected,
      events.map((event, index) => ({ ...event, id: `${stream}@${next + index}` })),
    );
  });

function predicted(expected: ExpectedRevision, events: readonly EventToAppend[]): Appended {
  return { revision: (expected === 'none' ? -1 : expected) + events.length, position: '1' };
}
