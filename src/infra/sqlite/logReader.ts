import type { StoredEvent, StreamSlice } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import { type EventRow, eventOf } from '../sql/eventRow.js';
import { checkedLimit, MOST_OF_STREAM } from '../sql/logPlaces.js';
import { HEAD_OF_LOG, LOG_AFTER, STREAM_BACKWARD, STREAM_FORWARD } from '../sql/logStatements.js';
import type { Database } from './database.js';

/** Reads of the log, synchronous: none sees half a batch. Positions are integers in here. */
export class LogReader {
  readonly #forward;
  readonly #backward;
  readonly #after;
  readonly #head;

  constructor(db: Database) {
    this.#forward = db.prepare(STREAM_FORWARD).raw();
    this.#backward = db.prepare(STREAM_BACKWARD).raw();
    this.#after = db.prepare(LOG_AFTER).raw();
    this.#head = db.prepare(HEAD_OF_LOG).raw();
  }

  stream(stream: StreamName, slice: StreamSlice): StoredEvent[] {
    const limit = checkedLimit(slice.limit ?? MOST_OF_STREAM, MOST_OF_STREAM);
    const rows =
      slice.direction === 'backward'
        ? this.#backward.all([stream, slice.from ?? Number.MAX_SAFE_INTEGER, limit])
        : this.#forward.all([stream, slice.from ?? 0, limit]);
    return (rows as EventRow[]).map(eventOf);
  }

  after(position: number, limit: number): StoredEvent[] {
    return (this.#after.all([position, limit]) as EventRow[]).map(eventOf);
  }

  head(): number {
    return (this.#head.get([]) as [number | null])[0] ?? 0;
  }
}
