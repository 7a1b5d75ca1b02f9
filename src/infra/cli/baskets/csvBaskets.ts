import { parse } from 'csv-parse/sync';
import { parseWeight } from '../../../domain/kernel/weight.js';
import { UsageError } from '../exitCode.js';
import { checkBasket } from './checkBasket.js';
import type { BasketFault, BasketsRead, NamedBasket } from './namedBasket.js';

/** Columns of a line, and columns of the basket, said on any of its lines. */
const LINE_COLUMNS = ['basket', 'line', 'sku', 'quantity', 'grams', 'pieces'];
const BASKET_COLUMNS = ['customer', 'channel', 'delivery', 'points', 'coupons'];
export const CSV_COLUMNS = [...LINE_COLUMNS, ...BASKET_COLUMNS] as const;

type Cells = Readonly<Record<string, string>>;
interface Row {
  readonly cells: Cells;
  readonly line: number;
}

/** Reads baskets from CSV with a header; lines with the same `basket` make one. @throws UsageError for other columns. */
export function csvBaskets(file: string, text: string): BasketsRead {
  const rows = rowsOf(file, text);
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = row.cells['basket'] || '1';
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  const baskets: NamedBasket[] = [];
  const faults: BasketFault[] = [];
  for (const [name, group] of groups) {
    const found: BasketFault[] = [];
    const written = basketOf(file, group, found);
    const checked = checkBasket(name, `${file}:${group[0]!.line}`, written);
    if ('faults' in checked && found.length === 0) found.push(...checked.faults);
    if ('basket' in checked && found.length === 0) baskets.push(checked.basket);
    faults.push(...found);
  }
  return { baskets, faults };
}

function rowsOf(file: string, text: string): Row[] {
  try {
    const records = parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      columns: (header: string[]) => knownColumns(file, header),
      info: true,
    }) as unknown as { readonly record: Cells; readonly info: { readonly lines: number } }[];
    return records.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read as CSV: ${(error as Error).message}`);
  }
}

function knownColumns(file: string, header: readonly string[]): string[] {
  const columns = header.map((title) => title.toLowerCase());
  const unknown = columns.filter((column) => !(CSV_COLUMNS as readonly string[]).includes(column));
  if (unknown.length > 0 || !columns.includes('sku')) {
    throw new UsageError(
      `${file}:1: ${unknown.length > 0 ? `unknown column ${unknown.join(', ')}` : 'there is no column sku'}. ` +
        `Columns are ${CSV_COLUMNS.join(', ')}; for lists of item names use --baskets ${file} --catalogue FILE.`,
    );
  }
  return columns;
}

function basketOf(file: string, rows: readonly Row[], faults: BasketFault[]): unknown {
  const lines = rows.map(({ cells, line }, at) =>
    present({
      id: cells['line'] || String(at + 1),
      sku: cells['sku'],
      quantity: whole(cells['quantity']),
      grams: grams(cells['grams'], (message) => faults.push({ place: `${file}:${line}`, message })),
      pieces: whole(cells['pieces']),
    }),
  );
  const said = (column: string) =>
    sayOnce(column, rows, (line, message) => faults.push({ place: `${file}:${line}`, message }));
  return present({
    lines,
    customer: said('customer'),
    channel: said('channel'),
    delivery: whole(said('delivery')),
    points: whole(said('points')),
    coupons: said('coupons')?.split('|'),
  });
}

function sayOnce(
  column: string,
  rows: readonly Row[],
  fault: (line: number, message: string) => void,
): string | undefined {
  const said = rows.filter(({ cells }) => cells[column]);
  const value = said[0]?.cells[column];
  const other = said.find(({ cells }) => cells[column] !== value);
  if (other) fault(other.line, `${column} is ${other.cells[column]} here and ${value} above: a basket has one`);
  return value;
}

// A number is handed on as what it is; anything else as text, so that the schema says what would be right.
function whole(text: string | undefined): number | string | undefined {
  return text && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text || undefined;
}

function grams(text: string | undefined, fault: (message: string) => void): number | string | undefined {
  const written = whole(text);
  if (typeof written !== 'string') return written;
  try {
    return parseWeight(written);
  } catch (error) {
    fault(`grams: ${(error as Error).message}`);
    return 1;
  }
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
