import { comparePositions, type EventStore, type Position, type StoredEvent } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';

/** Most streams are short, and what lies beyond the position is read for nothing. */
const FIRST_PAGE = 16;
const MOST = 1_000;

/** The events of a stream up to a position of the log, page by page. */
export async function* eventsUntil(
  store: Pick<EventStore, 'readStream'>,
  stream: StreamName,
  until: Position,
): AsyncGenerator<StoredEvent> {
  for (let from = 0, limit = FIRST_PAGE; ; limit = Math.min(2 * limit, MOST)) {
    const page = await store.readStream(stream, { from, limit });
    for (const event of page) {
      if (comparePositions(event.position, until) > 0) return;
      yield event;
    }
    if (page.length < limit) return;
    from += page.length;
  }
}
