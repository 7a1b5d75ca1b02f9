import { createHash } from 'node:crypto';
import type { Cell } from '../../projections/projection.js';
import { type SqlDriver, type Statement, TakenAlready, WrongChanges } from '../../projections/sqlDriver.js';
import { lockKey, lockUntilCommit, type Namespace, namespaceOf } from './namespace.js';
import { numbered } from './numbered.js';
import { Patience } from './patience.js';
import type { Pool } from './pool.js';
import { inTransaction } from './transaction.js';

/**
 * A step of the tables does not wait for the disk: what a crash of the server takes is rows together with their
 * checkpoint, and they are folded again from the log.
 */
const WITHOUT_DISK = 'SET LOCAL synchronous_commit = off';

type SqlRecord = Readonly<Record<string, Cell>>;

/** Statements differ in how many rows they write, so there are more than the code shows; these stay prepared. */
const KEPT_STATEMENTS = 256;

const RELATIONS = "SELECT relname AS name FROM pg_class WHERE relnamespace = $1 AND relkind IN ('r', 'i')";

/** The tables' driver on a pool of connections. */
export class PostgresDriver implements SqlDriver {
  readonly text = 'text collate "C"';
  readonly shared = true;
  readonly #prepared = new Map<string, { name: string; text: string }>();
  readonly #patience = new Patience();

  static async open(pool: Pool): Promise<PostgresDriver> {
    return new PostgresDriver(pool, await namespaceOf(pool));
  }

  private constructor(
    private readonly pool: Pool,
    private readonly namespace: Namespace,
  ) {}

  query(sql: string, values: readonly Cell[]): Promise<readonly SqlRecord[]> {
    // Never prepared by name: after a swap of tables `select *` may give other columns.
    const statement = { text: numbered(sql), values: [...values] };
    return this.#patience.call(async () => (await this.pool.query<SqlRecord>(statement)).rows);
  }

  batch(statements: readonly Statement[]): Promise<void> {
    return this.#patience.call(() =>
      inTransaction(this.pool, async (transaction) => {
        transaction.query(WITHOUT_DISK);
        // Two processes that make the same table at once would fail, in spite of `if not exists`.
        if (statements.some(isDefinition)) transaction.query(lockUntilCommit(this.namespace, 'tables'));
        const answers = statements.map((statement) =>
          transaction.query(isDefinition(statement) ? statement.sql : this.#preparedOf(statement)),
        );
        for (const [i, { sql, changes }] of statements.entries()) {
          if (changes === undefined) continue;
          const { rowCount } = await answers[i]!;
          if (rowCount !== changes) throw new WrongChanges(`${sql} changed ${rowCount} rows instead of ${changes}`);
        }
      }),
    );
  }

  async relations(): Promise<ReadonlySet<string>> {
    const { rows } = await this.#patience.call(() =>
      this.pool.query<{ name: string }>(RELATIONS, [this.namespace.oid]),
    );
    return new Set(rows.map(({ name }) => name));
  }

  async alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    // Held by the session, so it ends with the process, however that ends.
    const client = await this.pool.connect();
    const key = [lockKey(this.namespace, 'alone'), name];
    const ask = async (what: string) => {
      const text = `SELECT ${what}($1::bigint # hashtextextended($2, 0)) AS done`;
      return (await client.query<{ done: boolean }>(text, key)).rows[0]!.done;
    };
    let isTaken = false;
    try {
      isTaken = !(await ask('pg_try_advisory_lock'));
      if (isTaken) throw new TakenAlready(name);
      return await work();
    } finally {
      const isFree = isTaken || (await ask('pg_advisory_unlock').catch(() => false));
      client.release(!isFree);
    }
  }

  #preparedOf({ sql, values }: Statement) {
    const known = this.#prepared.get(sql);
    if (known) return { ...known, values: [...values] };
    const text = numbered(sql);
    if (this.#prepared.size >= KEPT_STATEMENTS) return { text, values: [...values] };
    const prepared = { name: createHash('sha256').update(text).digest('hex').slice(0, 32), text };
    this.#prepared.set(sql, prepared);
    return { ...prepared, values: [...values] };
  }
}

function isDefinition({ values, changes }: Statement): boolean {
  return values.length === 0 && changes === undefined;
}
