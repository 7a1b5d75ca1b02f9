import type { StreamName } from '../domain/kernel/stream.js';
import { checkAppend } from './appendLimits.js';
import {
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  RevisionConflict,
  type StoredEvent,
  type StreamSlice,
} from './eventStore.js';

const DEFAULT_LIMIT = 1_000;

/**
 * A log to try commands on: what they append is read back from here as if it were stored, and the real log stays as it
 * is. Positions are those of the real log's end; following and reading all see only what is really there.
 */
export class RehearsalStore implements EventStore {
  readonly #appended = new Map<StreamName, StoredEvent[]>();

  constructor(private readonly real: EventStore) {}

  async append(stream: StreamName, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended> {
    checkAppend(expected, events);
    const last = await this.#lastRevision(stream);
    if (last !== expected) throw new RevisionConflict(stream, expected, last);
    const position = await this.real.head();
    const first = expected === 'none' ? 0 : expected + 1;
    const stored = events.map((event, index) => ({ ...event, stream, revision: first + index, position }));
    this.#appended.set(stream, [...(this.#appended.get(stream) ?? []), ...stored]);
    return { revision: first + events.length - 1, position };
  }

  async readStream(stream: StreamName, slice: StreamSlice = {}): Promise<readonly StoredEvent[]> {
    const own = this.#appended.get(stream) ?? [];
    const { from, direction, limit = DEFAULT_LIMIT } = slice;
    if (direction === 'backward') {
      const newest = own.filter(({ revision }) => from === undefined || revision <= from).reverse();
      const older = newest.length < limit ? await this.real.readStream(stream, slice) : [];
      return [...newest, ...older].slice(0, limit);
    }
    const older = await this.real.readStream(stream, slice);
    return [...older, ...own.filter(({ revision }) => revision >= (from ?? 0))].slice(0, limit);
  }

  readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    return this.real.readAll(after, limit);
  }

  follow(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return this.real.follow(after, signal);
  }

  head(): Promise<Position> {
    return this.real.head();
  }

  /** The real log is its owner's to close. */
  async close(): Promise<void> {}

  async #lastRevision(stream: StreamName): Promise<ExpectedRevision> {
    const [last] = await this.readStream(stream, { direction: 'backward', limit: 1 });
    return last ? last.revision : 'none';
  }
}
