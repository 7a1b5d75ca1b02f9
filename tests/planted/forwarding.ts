import type { EventStore } from '../../src/commands/eventStore.js';

/** A store that does everything as another, but for its appends. */
export function withAppend(store: EventStore, append: EventStore['append']): EventStore {
  return {
    append,
    readStream: (stream, slice) => store.readStream(stream, slice),
    readAll: (after, limit) => store.readAll(after, limit),
    follow: (after, signal) => store.follow(after, signal),
    head: () => store.head(),
    close: () => store.close(),
  };
}
