import type { EventStore, StoredEvent } from '../eventStore.js';

/** A proof lacks an event that a price rests on. */
export class EventLacking extends Error {
  override readonly name = 'EventLacking';
}

/** A log of a few events, to be read by stream. Of each stream all from the first must be there. */
export function eventsAtHand(events: readonly StoredEvent[]): Pick<EventStore, 'readStream'> {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  for (const stream of streams.values()) stream.sort((a, b) => a.revision - b.revision);
  return {
    readStream: async (stream, { from = 0, limit = 1_000 } = {}) => {
      const all = streams.get(stream) ?? [];
      for (const [at, { revision }] of all.entries()) {
        if (revision !== at)
          throw new EventLacking(`the proof lacks revision ${at} of ${stream}, or has another twice`);
      }
      return all.slice(from, from + limit);
    },
  };
}
