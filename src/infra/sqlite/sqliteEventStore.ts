import { checkAppend } from '../../commands/appendLimits.js';
import {
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type FoldedEvent,
  type Position,
  type StoredEvent,
  StoreUnavailable,
  type StreamSlice,
} from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import type { AppendOutcome, AppendRequest } from '../sql/appendRequest.js';
import { type BatchBounds, GroupCommit } from '../sql/groupCommit.js';
import { checkedLimit, MOST_OF_LOG, placeOf } from '../sql/logPlaces.js';
import { CommitBell } from './commitBell.js';
import type { Database } from './database.js';
import { FoldReader } from './foldReader.js';
import { LogReader } from './logReader.js';
import { LogWriter } from './logWriter.js';
import { migrate } from './migrate.js';
import { logSchema } from './migrations/logSchema.js';
import { RecentEvents } from './recentEvents.js';

/** Rows read in one go: 1–3 ms of the event loop. */
const PAGE = 512;

/** The event loop stands still for a batch: its delay had a p99 of 14–17 ms at 500, 19–21 ms at 1,000, at no better rate. */
const BOUNDS: BatchBounds = { requests: 512, events: 500, bytes: 4_000_000 };

/**
 * The log in an SQLite file. Appends of one turn share a transaction; followers are woken by commits of this process,
 * which must be the only one (DataFolderLock).
 *
 * The writer stays in this thread: with 64 appends in flight the event loop's delay has a p99 of 5–7 ms at
 * 25,000–36,000 appends/s (bench/store.mjs, 2 cores), and a worker would have to own the connection the tables share.
 */
export class SqliteEventStore implements EventStore {
  readonly turnIsOneCommit = true;
  readonly positionsCount = true;
  readonly #reader: LogReader;
  readonly #folds: FoldReader;
  readonly #writer: LogWriter;
  readonly #commits: GroupCommit<AppendRequest, AppendOutcome>;
  readonly #recent = new RecentEvents();
  readonly #bell = new CommitBell();
  #closed = false;

  /**
   * Brings the log's tables up to date. The database stays its opener's, to close after the store.
   * @throws DatabaseNewer, MigrationAltered.
   */
  constructor(db: Database) {
    migrate(db, logSchema);
    this.#writer = new LogWriter(db);
    this.#reader = new LogReader(db);
    this.#folds = new FoldReader(db);
    this.#commits = new GroupCommit(BOUNDS, (batch) => {
      const { outcomes, rows } = available(() => this.#writer.write(batch));
      this.#recent.add(rows);
      this.#bell.ring();
      return outcomes;
    });
  }

  async append(stream: StreamName, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended> {
    this.#refuseWhenClosed();
    const bytes = checkAppend(expected, events);
    return new Promise((resolve, reject) => {
      this.#commits.enqueue({
        request: { stream, expected, events },
        events: events.length,
        bytes,
        settle: (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)),
        fail: reject,
      });
    });
  }

  async readStream(stream: StreamName, slice: StreamSlice = {}): Promise<readonly StoredEvent[]> {
    this.#refuseWhenClosed();
    return available(() => this.#reader.stream(stream, slice));
  }

  async readToFold(stream: StreamName, from: number, limit: number): Promise<readonly FoldedEvent[]> {
    this.#refuseWhenClosed();
    // The writer knows the ends of the streams in use: a new or hot one needs no query to say that there is no more.
    return available(() => (this.#writer.reaches(stream, from) ? this.#folds.stream(stream, from, limit) : []));
  }

  async readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    let place = placeOf(after);
    let left = checkedLimit(limit, MOST_OF_LOG);
    const events: StoredEvent[] = [];
    while (left > 0) {
      this.#refuseWhenClosed();
      const asked = Math.min(PAGE, left);
      const page = available(() => this.#reader.after(place, asked));
      for (const event of page) events.push(event);
      if (page.length < asked) break;
      place = placeOf(page.at(-1)!.position);
      left -= asked;
      await nextTurn();
    }
    return events;
  }

  async *follow(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    let place = placeOf(after);
    while (!this.#closed && !signal.aborted) {
      const page = this.#next(place);
      if (page.length === 0) {
        await this.#bell.rung(signal);
        continue;
      }
      place = placeOf(page.at(-1)!.position);
      yield page;
      // Catching up, a consumer that never waits for anything would keep the process from everything else.
      if (page.length === PAGE) await nextTurn();
    }
  }

  async head(): Promise<Position> {
    this.#refuseWhenClosed();
    return String(available(() => this.#reader.head()));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#commits.drained();
    this.#bell.ring();
  }

  #next(place: number): readonly StoredEvent[] {
    const recent = this.#recent.after(place, PAGE);
    return recent.length > 0 ? recent : available(() => this.#reader.after(place, PAGE));
  }

  /** How many followers wait for the next commit. */
  get followersWaiting(): number {
    return this.#bell.sleeping;
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new StoreUnavailable('the event store is closed');
  }
}

/** A failing database is a store that is unavailable; a caller's own mistake stays what it is. */
function available<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new StoreUnavailable(`the event log cannot be used: ${(error as Error).message}`, { cause: error });
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
