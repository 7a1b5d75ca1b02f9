import type { Position, StoredEvent, StreamSlice } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import type { Database } from './database.js';
import { EVENT_COLUMNS, type EventRow, eventOf } from './eventRow.js';

const MOST_OF_STREAM = 1_000;

/** Reads of the log, synchronous: none sees half a batch. Positions are integers in here. */
export class LogReader {
  readonly #forward;
  readonly #backward;
  readonly #after;
  readonly #head;

  constructor(db: Database) {
    const select = `SELECT ${EVENT_COLUMNS} FROM events WHERE`;
    this.#forward = db.prepare(`${select} stream = ? AND revision >= ? ORDER BY revision LIMIT ?`).raw();
    this.#backward = db.prepare(`${select} stream = ? AND revision <= ? ORDER BY revision DESC LIMIT ?`).raw();
    this.#after = db.prepare(`${select} position > ? ORDER BY position LIMIT ?`).raw();
    this.#head = db.prepare('SELECT max(position) FROM events').raw();
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

/** @throws RangeError: a caller that asked for more than a page would take a short one for the end. */
export function checkedLimit(limit: number, most: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit;
  throw new RangeError(`a page of ${limit} events: from 1 to ${most} can be read at once`);
}

/** @throws RangeError for a text that is no position of this log. */
export function placeOf(position: Position): number {
  if (/^\d{1,15}$/.test(position)) return Number(position);
  throw new RangeError(`"${position}" is no position of this log`);
}
