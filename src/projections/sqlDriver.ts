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
  query(sql: string, values: readonly Cell[]): Promise<readonly Readonly<Record<string, Cell>>[]>;
  /** All statements in one transaction. @throws WrongChanges when one changed another number of rows than it said. */
  batch(statements: readonly Statement[]): Promise<void>;
}

export class WrongChanges extends Error {
  override readonly name = 'WrongChanges';
}
