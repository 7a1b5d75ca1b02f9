import type { Cell } from '../../projections/projection.js';
import { type SqlDriver, type Statement, TakenAlready, WrongChanges } from '../../projections/sqlDriver.js';
import type { Database } from './database.js';
import { inCheapTransaction } from './transaction.js';

type Prepared = ReturnType<Database['prepare']>;

/** Statements differ in the number of placeholders of an `in (…)`, so there are more than the code shows; these stay prepared. */
const KEPT_STATEMENTS = 256;

/**
 * The tables' driver on the connection the log uses too: a batch is one synchronous transaction, so the two never
 * interleave. Tables are disposable, so a batch waits for no disk.
 */
export class SqliteDriver implements SqlDriver {
  readonly text = 'text';
  readonly shared = false;
  private readonly taken = new Set<string>();
  private readonly prepared = new Map<string, Prepared>();

  constructor(private readonly db: Database) {}

  async query(sql: string, values: readonly Cell[]): Promise<readonly Readonly<Record<string, Cell>>[]> {
    return this.statement(sql).all(values as Cell[]) as Readonly<Record<string, Cell>>[];
  }

  async batch(statements: readonly Statement[]): Promise<void> {
    inCheapTransaction(this.db, () => {
      for (const { sql, values, changes } of statements) {
        if (values.length === 0 && changes === undefined) {
          this.db.exec(sql);
          continue;
        }
        const changed = this.statement(sql).run(values as Cell[]).changes;
        if (changes !== undefined && changed !== changes) {
          throw new WrongChanges(`${sql} changed ${changed} rows instead of ${changes}`);
        }
      }
    });
  }

  async relations(): Promise<ReadonlySet<string>> {
    const rows = this.statement('select name from sqlite_master').all([]) as { name: string }[];
    return new Set(rows.map(({ name }) => name));
  }

  /** This process is the only one: its data folder is locked. */
  async alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.taken.has(name)) throw new TakenAlready(name);
    this.taken.add(name);
    try {
      return await work();
    } finally {
      this.taken.delete(name);
    }
  }

  private statement(sql: string): Prepared {
    const known = this.prepared.get(sql);
    if (known) return known;
    const statement = this.db.prepare(sql);
    if (this.prepared.size >= KEPT_STATEMENTS) this.prepared.delete(this.prepared.keys().next().value!);
    this.prepared.set(sql, statement);
    return statement;
  }
}
