import type { Cell } from './projection.js';

/** A statement in the portable subset of DESIGN §7: `?` placeholders, text ordered by bytes, integers, no JSON types. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Cell[];
  /** Rows it must change, or the whole batch is undone. */
  readonly changes?: number;
}

/** A thin driver that is async on every database. */
export interface SqlDriver {
  /** The type of a column of text that is compared by bytes. */
  readonly text: string;
  /** Whether other processes use the same tables. */
  readonly shared: boolean;
  query(sql: string, values: readonly Cell[]): Promise<readonly Readonly<Record<string, Cell>>[]>;
  /**
   * All statements in one transaction, one after the other. It may be run again when its outcome is unknown: it may be
   * repeated without harm, or its `changes` see that it was stored.
   * @throws WrongChanges when one changed another number of rows than it said.
   */
  batch(statements: readonly Statement[]): Promise<void>;
  /** The names of all tables and indexes there are. */
  relations(): Promise<ReadonlySet<string>>;
  /** Runs work while nobody else, in any process, runs work of this name. @throws TakenAlready at once. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export class WrongChanges extends Error {
  override readonly name = 'WrongChanges';
}

/** Somebody else does the same now. */
export class TakenAlready extends Error {
  override readonly name = 'TakenAlready';
}
