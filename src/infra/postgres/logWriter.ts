import type { StreamName } from '../../domain/kernel/stream.js';
import { type AppendOutcome, type AppendRequest, baseOf, NONE } from '../sql/appendRequest.js';
import { EVENT_COLUMNS, type EventRow } from '../sql/eventRow.js';
import { HEAD_OF_LOG, STREAM_FORWARD } from '../sql/logStatements.js';
import { AppendPlan, type Resent } from './appendPlan.js';
import { lockUntilCommit, logChannel, type Namespace } from './namespace.js';
import { numbered } from './numbered.js';
import type { Pool } from './pool.js';
import { inTransaction, type Transaction } from './transaction.js';

const HEADS = {
  name: 'heads of streams',
  text: `SELECT asked.stream, (SELECT max(revision) FROM events WHERE stream = asked.stream COLLATE "C")
    FROM unnest($1::text[]) AS asked (stream)`,
};

const COLUMN_TYPES = ['bigint', 'text', 'bigint', 'text', 'text', 'integer', ...Array<'text'>(10).fill('text')];

/** Also tells the new head of the log to whoever listens, once it is committed. */
const INSERT = {
  name: 'insert events',
  text: `WITH stored AS (INSERT INTO events (${EVENT_COLUMNS})
    SELECT * FROM unnest(${COLUMN_TYPES.map((type, i) => `$${i + 1}::${type}[]`).join(', ')}))
    SELECT pg_notify($17, $18)`,
};

/**
 * Writes batches of appends, each batch as one transaction. All writers of a log, in all processes, take turns under one
 * lock until their commit, so positions have no gap and are seen in order.
 */
export class LogWriter {
  readonly #lock: string;
  readonly #channel: string;

  constructor(
    private readonly pool: Pool,
    namespace: Namespace,
  ) {
    this.#lock = lockUntilCommit(namespace, 'log');
    this.#channel = logChannel(namespace);
  }

  /**
   * The outcomes, in the order of the requests; durable when this resolves.
   * @throws what PostgreSQL or the connection threw: then nothing of the batch is known to be stored.
   */
  async write(requests: readonly AppendRequest[]): Promise<readonly AppendOutcome[]> {
    try {
      return await inTransaction(this.pool, (transaction) => this.#append(transaction, requests));
    } catch (error) {
      if (!isOwnFault(error)) throw error;
      const [request] = requests;
      if (requests.length === 1) return [refusal(request!, error)];
    }
    // One of them is at fault and has undone all; each by itself shows which.
    const outcomes: AppendOutcome[] = [];
    for (const request of requests) outcomes.push(...(await this.write([request])));
    return outcomes;
  }

  async #append(transaction: Transaction, requests: readonly AppendRequest[]): Promise<readonly AppendOutcome[]> {
    transaction.query(this.#lock);
    const streams = [...new Set(requests.map(({ stream }) => stream))];
    const asked = transaction.rows({ ...HEADS, values: [streams] });
    const [last] = (await transaction.rows({ name: 'head of log', text: HEAD_OF_LOG })).rows as [number | null][];
    const heads = new Map((await asked).rows.map(([stream, head]) => [stream as StreamName, (head as number) ?? NONE]));

    const plan = new AppendPlan(heads, last?.[0] ?? 0);
    const placed = requests.map((request) => plan.place(request));
    const outcomes = await Promise.all(
      placed.map(async (outcome) =>
        'conflict' in outcome ? plan.answer(outcome, await rowsAt(transaction, outcome)) : outcome,
      ),
    );
    if (plan.rows.length > 0) transaction.query(this.#insert(plan));
    return outcomes;
  }

  #insert({ rows, headOfLog }: AppendPlan) {
    const columns = COLUMN_TYPES.map((_, column) => rows.map((row) => row[column]));
    return { ...INSERT, values: [...columns, this.#channel, String(headOfLog)] };
  }
}

async function rowsAt(transaction: Transaction, { request }: Resent): Promise<EventRow[]> {
  const values = [request.stream, baseOf(request) + 1, request.events.length];
  const { rows } = await transaction.rows({ name: 'stream forward', text: numbered(STREAM_FORWARD), values });
  return rows as EventRow[];
}

function refusal({ stream }: AppendRequest, error: Error): RangeError {
  const { detail } = error as { detail?: string };
  const words = detail ? `${error.message} (${detail})` : error.message;
  return new RangeError(`an append to ${stream} cannot be stored: ${words}`, { cause: error });
}

/**
 * A value the columns refuse (class 22), an id that is taken or a field that is missing (class 23). A taken position or
 * revision is nobody's own fault: somebody writes to the log without its lock.
 */
function isOwnFault(error: unknown): error is Error {
  const { code, constraint } = error as { code?: unknown; constraint?: string };
  return typeof code === 'string' && /^2[23]/.test(code) && !/^events_(pkey|stream)$/.test(constraint ?? '');
}
