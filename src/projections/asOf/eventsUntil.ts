import { comparePositions, type EventStore, type Position, type StoredEvent } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';

const PAGE = 1_000;

/** The events of a stream up to a position of the log, page by page. */
export async function* eventsUntil(
  store: Pick<EventStore, 'readStream'>,
  stream: StreamName,
  until: Position,
): AsyncGenerator<StoredEvent> {
  for (let from = 0; ; from += PAGE) {
    const page = await store.readStream(stream, { from, limit: PAGE });
    for (const event of page) {
      if (comparePositions(event.position, until) > 0) return;
      yield event;
    }
    if (page.length < PAGE) return;
  }
}
