import { checkAppend } from '../../commands/appendLimits.js';
import {
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type StoredEvent,
  StoreUnavailable,
  type StreamSlice,
} from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import type { AppendOutcome, AppendRequest } from '../sql/appendRequest.js';
import { type BatchBounds, GroupCommit } from '../sql/groupCommit.js';
import { checkedLimit, MOST_OF_LOG, placeOf } from '../sql/logPlaces.js';
import { HeadNews } from './headNews.js';
import { LogListener } from './logListener.js';
import { LogReader } from './logReader.js';
import { LogWriter } from './logWriter.js';
import { migrate } from './migrate.js';
import { logSchema } from './migrations/logSchema.js';
import { logChannel, type Namespace, namespaceOf } from './namespace.js';
import { Patience } from './patience.js';
import type { Pool } from './pool.js';

const PAGE = 1_000;
const BOUNDS: BatchBounds = { requests: 512, events: 2_000, bytes: 4_000_000 };
/** How long a follower takes no news for no events. */
const POLL_MILLIS = 1_000;

/**
 * The log in a PostgreSQL, shared by any number of processes. Appends that come together, or while others are being
 * stored, share a transaction; followers are woken by commits of every process.
 */
export class PostgresEventStore implements EventStore {
  readonly positionsCount = true;
  readonly turnIsOneCommit = true;
  readonly #reader: LogReader;
  readonly #commits: GroupCommit<AppendRequest, AppendOutcome>;
  readonly #news = new HeadNews();
  readonly #listener: LogListener;
  readonly #patience = new Patience();
  #closed = false;

  /**
   * Opens the log on a pool, which stays its opener's, to end after the store; `url` is for the connection that listens.
   * @throws DatabaseNewer, MigrationAltered, and what PostgreSQL says.
   */
  static async open(pool: Pool, url: string): Promise<PostgresEventStore> {
    const namespace = await namespaceOf(pool);
    await migrate(pool, namespace, logSchema);
    return new PostgresEventStore(pool, url, namespace);
  }

  private constructor(pool: Pool, url: string, namespace: Namespace) {
    const writer = new LogWriter(pool, namespace);
    this.#reader = new LogReader(pool);
    this.#listener = new LogListener(url, logChannel(namespace), this.#news);
    // Sent again the batch stores nothing twice: what the first time stored is answered as it was.
    this.#commits = new GroupCommit(BOUNDS, (batch) => this.#available(() => writer.write(batch)));
  }

  async append(stream: StreamName, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended> {
    this.#refuseWhenClosed();
    const bytes = checkAppend(expected, events);
    const appended = await new Promise<Appended>((resolve, reject) => {
      this.#commits.enqueue({
        request: { stream, expected, events },
        events: events.length,
        bytes,
        settle: (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)),
        fail: reject,
      });
    });
    this.#news.tell(Number(appended.position));
    return appended;
  }

  async readStream(stream: StreamName, slice: StreamSlice = {}): Promise<readonly StoredEvent[]> {
    this.#refuseWhenClosed();
    return this.#available(() => this.#reader.stream(stream, slice));
  }

  async readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    let place = placeOf(after);
    let left = checkedLimit(limit, MOST_OF_LOG);
    const events: StoredEvent[] = [];
    while (left > 0) {
      this.#refuseWhenClosed();
      const asked = Math.min(PAGE, left);
      const page = await this.#available(() => this.#reader.after(place, asked));
      for (const event of page) events.push(event);
      if (page.length < asked) break;
      place = placeOf(page.at(-1)!.position);
      left -= asked;
    }
    return events;
  }

  async *follow(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    let place = placeOf(after);
    this.#listener.start();
    while (!this.#closed && !signal.aborted) {
      const page = await this.#available(() => this.#reader.after(place, PAGE));
      if (this.#closed || signal.aborted) return;
      if (page.length > 0) {
        place = placeOf(page.at(-1)!.position);
        yield page;
      }
      if (page.length < PAGE) await this.#news.beyond(place, signal, POLL_MILLIS);
    }
  }

  async head(): Promise<Position> {
    this.#refuseWhenClosed();
    return String(await this.#available(() => this.#reader.head()));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#commits.drained();
    this.#news.wake();
    await this.#listener.close();
  }

  /** How many followers wait for the next commit. */
  get followersWaiting(): number {
    return this.#news.waiting;
  }

  /** A failing database is a store that is unavailable; a caller's own mistake stays what it is. */
  async #available<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.#patience.call(work);
    } catch (error) {
      if (error instanceof RangeError) throw error;
      throw new StoreUnavailable(`the event log cannot be used: ${(error as Error).message}`, { cause: error });
    }
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new StoreUnavailable('the event store is closed');
  }
}
