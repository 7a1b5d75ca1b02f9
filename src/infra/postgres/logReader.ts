import type { StoredEvent, StreamSlice } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import { type EventRow, eventOf } from '../sql/eventRow.js';
import { checkedLimit, MOST_OF_STREAM } from '../sql/logPlaces.js';
import { HEAD_OF_LOG, LOG_AFTER, STREAM_BACKWARD, STREAM_FORWARD } from '../sql/logStatements.js';
import { numbered } from './numbered.js';
import type { Pool } from './pool.js';

const FORWARD = { name: 'stream forward', text: numbered(STREAM_FORWARD) };
const BACKWARD = { name: 'stream backward', text: numbered(STREAM_BACKWARD) };
const AFTER = { name: 'log after', text: numbered(LOG_AFTER) };
const HEAD = { name: 'head of log', text: HEAD_OF_LOG };

/** Reads of the log. Positions are integers in here. */
export class LogReader {
  /** Pages that are being read: followers woken by the same commit share one. */
  readonly #underWay = new Map<string, Promise<readonly StoredEvent[]>>();

  constructor(private readonly pool: Pool) {}

  async stream(stream: StreamName, slice: StreamSlice): Promise<readonly StoredEvent[]> {
    const limit = checkedLimit(slice.limit ?? MOST_OF_STREAM, MOST_OF_STREAM);
    return slice.direction === 'backward'
      ? this.#events(BACKWARD, [stream, slice.from ?? Number.MAX_SAFE_INTEGER, limit])
      : this.#events(FORWARD, [stream, slice.from ?? 0, limit]);
  }

  after(position: number, limit: number): Promise<readonly StoredEvent[]> {
    const key = `${position} ${limit}`;
    const shared = this.#underWay.get(key);
    if (shared) return shared;
    const page = this.#events(AFTER, [position, limit]).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, page);
    return page;
  }

  async head(): Promise<number> {
    const { rows } = await this.pool.query({ ...HEAD, rowMode: 'array' });
    return (rows as [number | null][])[0]![0] ?? 0;
  }

  async #events(statement: { name: string; text: string }, values: readonly unknown[]): Promise<StoredEvent[]> {
    const { rows } = await this.pool.query({ ...statement, values: [...values], rowMode: 'array' });
    return (rows as EventRow[]).map(eventOf);
  }
}
