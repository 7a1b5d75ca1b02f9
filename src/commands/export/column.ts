import type { CloudEvent } from '../published/cloudEvent.js';

/** How a value is written: what CSV shows as text, Parquet as its own type. */
export type ColumnType = 'text' | 'integer' | 'flag' | 'instant' | 'json';

/** What one whole number of a column is. */
export type Unit = 'fen' | 'grams' | 'pieces' | 'count';

/** A column of a table, as the data dictionary tells it. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** Of integers. */
  readonly unit?: Unit;
  readonly zh: string;
  readonly en: string;
}

export type Cell = string | number | boolean | null;

/** What a row is made of: an event, or a line of one. */
export type Item = Readonly<Record<string, unknown>>;

/** A column and where its cells come from. No row is ever an object: an export has millions. */
export interface FilledColumn extends Column {
  /** Of an item of an event, and its number in it, from 0. */
  readonly cell: (item: Item, event: CloudEvent, at: number) => Cell;
}

type Made = (name: string, zh: string, en: string, cell: FilledColumn['cell']) => FilledColumn;

const made =
  (type: ColumnType, unit?: Unit): Made =>
  (name, zh, en, cell) => ({ name, type, ...(unit && { unit }), zh, en, cell });
export const text = made('text');
export const instant = made('instant');
export const flag = made('flag');
export const json = made('json');
export const fen = made('integer', 'fen');
export const grams = made('integer', 'grams');
export const pieces = made('integer', 'pieces');
export const count = made('integer', 'count');

/** A field of the item; null where it is absent. */
export const own =
  (field: string): FilledColumn['cell'] =>
  (item) =>
    (item[field] as Cell | undefined) ?? null;

/** A field of the event's data. */
export const said =
  (field: string): FilledColumn['cell'] =>
  (_, { data }) =>
    (data[field] as Cell | undefined) ?? null;

/** A field of the item, as JSON. */
export const ownJson =
  (field: string): FilledColumn['cell'] =>
  (item) =>
    item[field] === undefined ? null : JSON.stringify(item[field]);

/** What units are, for whoever reads the numbers. */
export const UNITS: Readonly<
  Record<Unit | 'bp', { readonly scale: number; readonly zh: string; readonly en: string }>
> = {
  fen: { scale: 2, zh: '分：除以 100 为元（人民币）', en: 'fen: divide by 100 for yuan (CNY)' },
  grams: { scale: 3, zh: '克：除以 1000 为千克，除以 500 为斤', en: 'grams: divide by 1000 for kg, by 500 for 斤' },
  pieces: { scale: 0, zh: '件', en: 'pieces' },
  count: { scale: 0, zh: '个数', en: 'a number of things' },
  bp: {
    scale: 4,
    zh: '基点（JSON 列中名为 …Bp 的字段）：除以 10000 为比例；percentOffBp 2000 即 8 折',
    en: 'basis points (fields of JSON columns called …Bp): divide by 10000 for a ratio; percentOffBp 2000 is 20 % off',
  },
};
