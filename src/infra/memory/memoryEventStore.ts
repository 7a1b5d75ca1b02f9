import { checkAppend } from '../../commands/appendLimits.js';
import {
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  RevisionConflict,
  START,
  type StoredEvent,
  StoreUnavailable,
  type StreamSlice,
} from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';

const FOLLOW_PAGE = 512;

/** The log in the memory of this process: keeps the whole contract except outliving the process. */
export class MemoryEventStore implements EventStore {
  readonly positionsCount = true;
  readonly #log: StoredEvent[] = [];
  readonly #streams = new Map<StreamName, StoredEvent[]>();
  readonly #ids = new Set<string>();
  readonly #sleepers = new Set<() => void>();
  #closed = false;

  async append(stream: StreamName, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended> {
    this.#refuseWhenClosed();
    checkAppend(expected, events);
    const stored = this.#streams.get(stream) ?? [];
    const next = expected === 'none' ? 0 : expected + 1;
    if (next !== stored.length) {
      const first = stored.slice(next, next + events.length);
      if (first.length === events.length && first.every((event, i) => sameBytes(event, events[i]!))) {
        return answer(first.at(-1)!);
      }
      throw new RevisionConflict(stream, expected, stored.length === 0 ? 'none' : stored.length - 1);
    }
    this.#refuseKnownIds(events);
    for (const event of events) this.#store(stream, stored, event);
    this.#streams.set(stream, stored);
    for (const wake of [...this.#sleepers]) wake();
    return answer(stored.at(-1)!);
  }

  async readStream(stream: StreamName, slice: StreamSlice = {}): Promise<readonly StoredEvent[]> {
    this.#refuseWhenClosed();
    const limit = checkedLimit(slice.limit ?? 1_000, 1_000);
    const stored = this.#streams.get(stream) ?? [];
    if (slice.direction !== 'backward') return stored.slice(slice.from ?? 0, (slice.from ?? 0) + limit);
    const end = Math.min(slice.from ?? Number.POSITIVE_INFINITY, stored.length - 1) + 1;
    return stored.slice(Math.max(0, end - limit), end).reverse();
  }

  async readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    this.#refuseWhenClosed();
    const from = indexAfter(after);
    return this.#log.slice(from, from + checkedLimit(limit, 10_000));
  }

  async *follow(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    let next = indexAfter(after);
    while (!this.#closed && !signal.aborted) {
      const page = this.#log.slice(next, next + FOLLOW_PAGE);
      next += page.length;
      if (page.length > 0) yield page;
      else await this.#nextAppend(signal);
    }
  }

  async head(): Promise<Position> {
    this.#refuseWhenClosed();
    return this.#log.at(-1)?.position ?? START;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const wake of [...this.#sleepers]) wake();
  }

  #store(stream: StreamName, stored: StoredEvent[], event: EventToAppend): void {
    const actor = Object.freeze({ ...event.actor });
    const position = String(this.#log.length + 1);
    const kept = Object.freeze({ ...event, actor, stream, revision: stored.length, position });
    stored.push(kept);
    this.#log.push(kept);
    this.#ids.add(event.id);
  }

  #refuseKnownIds(events: readonly EventToAppend[]): void {
    const own = new Set<string>();
    const known = events.find(({ id }) => this.#ids.has(id) || own.size === own.add(id).size);
    if (known) throw new RangeError(`event id ${known.id} is taken: a new decision gets new ids`);
  }

  #nextAppend(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new StoreUnavailable('the event store is closed');
  }
}

function answer(last: StoredEvent): Appended {
  return { revision: last.revision, position: last.position };
}

function sameBytes(stored: StoredEvent, { actor, ...event }: EventToAppend): boolean {
  const fields = Object.keys({ ...event, causation: undefined }) as (keyof typeof event)[];
  const sameActor = stored.actor.principal === actor.principal && stored.actor.role === actor.role;
  return sameActor && fields.every((field) => stored[field] === event[field]);
}

function indexAfter(position: Position): number {
  if (!/^\d{1,15}$/.test(position)) throw new RangeError(`"${position}" is no position of this log`);
  return Number(position);
}

function checkedLimit(limit: number, most: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit;
  throw new RangeError(`a page of ${limit} events: from 1 to ${most} can be read at once`);
}
