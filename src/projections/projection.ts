import type { StoredEvent } from '../commands/eventStore.js';

/** A read model's row: one a stream. Everything in it comes from events; no wall clock, no made-up ids. */
export interface Row<Document = unknown> {
  readonly stream: string;
  readonly shop: string;
  readonly id: string;
  /** Of the stream's last event that is folded in. */
  readonly revision: number;
  readonly position: string;
  readonly document: Document;
}

export type ColumnType = 'text' | 'integer';
export type Cell = string | number | null;

/** A table that people and other services read: columns beside the row's own, filled from its document. */
export interface ViewTable<Document> {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly records: (row: Row<Document>) => readonly Readonly<Record<string, Cell>>[];
}

/** Answers a question from past events: rows folded from the streams of one category. */
export interface Projection<Document> {
  readonly name: string;
  /** Of the fold and its tables: another version is rebuilt from the log. */
  readonly version: number;
  readonly category: string;
  /** The document after an event; pure. A throw parks the stream. */
  readonly evolve: (document: Document | undefined, event: StoredEvent) => Document;
  /** The row itself: its table has the document, and columns to list and filter by. */
  readonly table: ViewTable<Document>;
  /** Further tables with any number of records a row. */
  readonly details: readonly ViewTable<Document>[];
}

// biome-ignore lint/suspicious/noExplicitAny: a list of projections holds documents of any type
export type AnyProjection = Projection<any>;
