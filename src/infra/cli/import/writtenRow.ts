import type { ImportRow } from '../../../commands/import/importRow.js';

/** A fault in a file: where, and what would be right. */
export interface RowFault {
  readonly file: string;
  readonly line: number;
  /** The column of a CSV file, the JSON pointer in a line of NDJSON; empty: the whole row. */
  readonly column: string;
  readonly message: string;
}

/** A row as a file has it. */
export interface WrittenRow {
  readonly file: string;
  readonly line: number;
  /** The text of the row itself, to hand it back. */
  readonly raw: string;
  readonly kind: ImportRow['kind'];
  readonly value: unknown;
  /** What reading its cells found wrong; the value is not worth checking then. */
  readonly faults: readonly RowFault[];
  /** Which column a JSON pointer into the value is about. */
  readonly columnOf: (pointer: string) => string;
}

/** A file of rows, and how to write some of them into a file that can be imported again. */
export interface WrittenFile {
  readonly file: string;
  readonly rows: readonly WrittenRow[];
  /** Lines that are no row at all. */
  readonly faults: readonly { readonly fault: RowFault; readonly raw: string }[];
  /** The text of a file with these rows alone, each beside what is wrong with it. */
  readonly restOf: (rows: readonly { readonly raw: string; readonly why: string }[]) => string;
}

/** A field of rest files that says what is wrong with a row; it is passed over when the file is imported. */
export const FAULT_FIELD = '_fault';
