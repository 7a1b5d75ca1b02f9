import type { CloudEvent } from '../published/cloudEvent.js';
import { count, type FilledColumn, type Item, instant, text } from './column.js';

/** A table of an export: what it says, and which rows a published event adds to it. */
export interface ExportedTable {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly columns: readonly FilledColumn[];
  /** A row each. */
  readonly itemsOf: (event: CloudEvent) => readonly Item[];
  /** A line of NDJSON is the item itself; else it is an object of the columns. */
  readonly itemIsLine?: true;
}

export const NO_ITEMS: readonly Item[] = [];

/** Where a row comes from: every table begins with it, and `position` joins them. */
export const ORIGIN: readonly FilledColumn[] = [
  text('position', '日志中的位置（十进制文本）', 'place in the log, decimal text', (_, { position }) => position),
  instant(
    'recorded_at',
    '记录时刻（UTC）；分区按它在店铺时区的日期',
    'when it was recorded (UTC); its day in the zone is the partition',
    (_, { time }) => time,
  ),
  text('shop', '店铺', 'shop', (_, { source }) => shopOf(source)),
];

/** The number of a line within its event. */
export const LINE_NUMBER = count('line_no', '行号，从 1 起', 'number of the line, from 1', (_, __, at) => at + 1);

export function shopOf(source: string): string {
  return source.slice('/shops/'.length);
}

/** A published type without `orchard.` and version: `order-paid`. */
export function shortType(type: string): string {
  return type.slice('orchard.'.length, type.lastIndexOf('.'));
}

/** The lines of an event's data. */
export function linesOf({ data }: CloudEvent): readonly Item[] {
  return data['lines'] as readonly Item[];
}
