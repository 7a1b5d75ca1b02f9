import type { Instant } from '../../domain/kernel/instant.js';
import type { Position } from '../eventStore.js';
import { type Column, UNITS } from './column.js';
import { EXPORTED_TABLES } from './exportedTables.js';

export const EXPORT_FORMAT = 'orchard-export/1';
export const ENCODINGS = ['parquet', 'csv', 'ndjson'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What of a log is exported, and how: two runs that ask the same are one export. */
export interface ExportAsked {
  readonly encoding: Encoding;
  /** IANA name of the zone whose days are the partitions. */
  readonly zone: string;
  /** Recorded then or later; null: from the beginning. */
  readonly from: Instant | null;
  /** Recorded before then; null: to the end. */
  readonly to: Instant | null;
  /** Only events after this position of the log. */
  readonly after: Position;
  /** null: all shops. */
  readonly shop: string | null;
}

/** A file of an export: one table, one shop, one day, a stretch of the log. */
export interface ExportedFile {
  readonly path: string;
  readonly table: string;
  readonly shop: string;
  readonly day: string;
  readonly rows: number;
  /** Positions of its first and last row. */
  readonly first: Position;
  readonly last: Position;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** What was read of the log so far. */
export interface ExportCounts {
  /** Positions of the first and last event that left; null: none did. */
  readonly first: Position | null;
  readonly last: Position | null;
  /** Events that left, and of which shop and public type. */
  readonly events: number;
  readonly shops: Readonly<Record<string, number>>;
  readonly types: Readonly<Record<string, number>>;
  /** Events in range that are not published. */
  readonly inside: number;
  /** Events in range that this version does not know, by `type/version`. */
  readonly unknown: Readonly<Record<string, number>>;
}

/** Written last: without it a folder is no export. */
export interface ExportManifest {
  readonly format: typeof EXPORT_FORMAT;
  readonly asked: ExportAsked;
  readonly log: ExportCounts & {
    /** Up to where the log was read: the next export goes on with `--after` it, and misses nothing. */
    readonly through: Position;
  };
  readonly late: { readonly zh: string; readonly en: string };
  readonly files: readonly ExportedFile[];
  readonly units: typeof UNITS;
  readonly tables: Readonly<
    Record<string, { readonly zh: string; readonly en: string; readonly columns: readonly Column[] }>
  >;
}

const LATE = {
  zh: '事件归入记录时刻（recorded_at）在该时区的日期。倒签的事实属于记录它的那天，生效时刻见 effective_from。文件写成后不再改变；此后记录的事件只会出现在以 --after log.through 续做的导出里。',
  en: 'An event belongs to the day, in the zone, of its recorded_at. A back-dated fact belongs to the day it was recorded; effective_from says from when it holds. A file never changes once it is written: what was recorded afterwards is in the export that goes on with --after log.through, and nowhere else.',
};

export function manifestOf(
  asked: ExportAsked,
  counts: ExportCounts,
  through: Position,
  files: readonly ExportedFile[],
): ExportManifest {
  const tables = EXPORTED_TABLES.map(({ name, zh, en, columns }) => {
    const dictionary = columns.map(({ cell: _, ...column }) => column);
    return [name, { zh, en, columns: dictionary }] as const;
  });
  return {
    format: EXPORT_FORMAT,
    asked,
    log: { ...counts, through },
    late: LATE,
    files,
    units: UNITS,
    tables: Object.fromEntries(tables),
  };
}
