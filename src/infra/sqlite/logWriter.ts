import { type Appended, type EventToAppend, RevisionConflict } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import { type AppendOutcome, type AppendRequest, baseOf, NONE } from '../sql/appendRequest.js';
import { EVENT_COLUMNS, type EventRow, rowOf, sameEvent } from '../sql/eventRow.js';
import { HEAD_OF_LOG, HEAD_OF_STREAM } from '../sql/logStatements.js';
import type { Database } from './database.js';
import { StreamHeads } from './streamHeads.js';
import { inTransaction } from './transaction.js';

/** What became of a batch, and the rows it added to the log. */
export interface Written {
  /** In the order of the requests. */
  readonly outcomes: readonly AppendOutcome[];
  readonly rows: readonly EventRow[];
}

/** Writes batches of appends, each batch as one transaction. The only writer of `events`: it counts the positions. */
export class LogWriter {
  readonly #heads = new StreamHeads();
  #position: number | undefined;
  readonly #insert;
  readonly #undo;
  readonly #headOfStream;
  readonly #headOfLog;
  readonly #rowsOf;

  constructor(private readonly db: Database) {
    this.#insert = db.prepare(`INSERT INTO events (${EVENT_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`);
    this.#undo = db.prepare('DELETE FROM events WHERE position > ?');
    this.#headOfStream = db.prepare(HEAD_OF_STREAM).raw();
    this.#headOfLog = db.prepare(HEAD_OF_LOG).raw();
    this.#rowsOf = db
      .prepare(`SELECT ${EVENT_COLUMNS} FROM events WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?`)
      .raw();
  }

  /**
   * Durable when this returns.
   * @throws what the database threw: then nothing of the batch is known to be stored.
   */
  write(requests: readonly AppendRequest[]): Written {
    const rows: EventRow[] = [];
    try {
      const outcomes = inTransaction(this.db, () => requests.map((request) => this.#append(request, rows)));
      return { outcomes, rows };
    } catch (error) {
      this.#heads.clear();
      this.#position = undefined;
      throw error;
    }
  }

  /** Whether a stream has events from this revision on. */
  reaches(stream: StreamName, revision: number): boolean {
    return this.#headOf(stream) >= revision;
  }

  #append(request: AppendRequest, rows: EventRow[]): AppendOutcome {
    const { stream, expected, events } = request;
    const head = this.#headOf(stream);
    const base = baseOf(request);
    if (base !== head) {
      const first = this.#firstAnswer(stream, base, events);
      return first ?? new RevisionConflict(stream, expected, head === NONE ? 'none' : head);
    }
    const before = this.#lastPosition();
    const others = rows.length;
    for (const [i, event] of events.entries()) {
      const row = rowOf(event, stream, base + 1 + i, before + 1 + i);
      try {
        this.#insert.run(row);
        rows.push(row);
      } catch (error) {
        if (!isOwnFault(error)) throw error;
        // Only this append is at fault: the others of the batch stay, so no ROLLBACK.
        this.#undo.run([before]);
        rows.length = others;
        return new RangeError(`event ${event.id} cannot be stored: ${(error as Error).message}`, { cause: error });
      }
    }
    this.#position = before + events.length;
    this.#heads.set(stream, base + events.length);
    return { revision: base + events.length, position: String(this.#position) };
  }

  /** The answer these events got when they were stored on this revision before, if they were, to the byte. */
  #firstAnswer(stream: StreamName, base: number, events: readonly EventToAppend[]): Appended | undefined {
    const stored = this.#rowsOf.all([stream, base, events.length]) as EventRow[];
    const same = events.every((event, i) => stored[i] && sameEvent(stored[i], rowOf(event, stream, base + 1 + i, 0)));
    return same ? { revision: base + events.length, position: String(stored.at(-1)![0]) } : undefined;
  }

  #headOf(stream: StreamName): number {
    const known = this.#heads.get(stream);
    if (known !== undefined) return known;
    const [revision] = this.#headOfStream.get([stream]) as [number | null];
    this.#heads.set(stream, revision ?? NONE);
    return revision ?? NONE;
  }

  #lastPosition(): number {
    this.#position ??= (this.#headOfLog.get([]) as [number | null])[0] ?? 0;
    return this.#position;
  }
}

/**
 * An id that is taken, a field that is missing or of another type. A taken position or revision is nobody's own fault:
 * somebody else wrote to the log.
 */
function isOwnFault(error: unknown): boolean {
  const { code, message } = error as { code?: string; message: string };
  return code?.startsWith('SQLITE_CONSTRAINT') === true && !/events\.(position|revision)$/.test(message);
}
