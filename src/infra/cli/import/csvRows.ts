import { parse } from 'csv-parse/sync';
import type { ImportRow } from '../../../commands/import/importRow.js';
import { kindOfRow } from '../../../commands/import/importSchemas.js';
import { UsageError } from '../exitCode.js';
import { failureWords } from '../failureWords.js';
import { cellValue, fieldOf } from './cellValues.js';
import { setAt } from './nested.js';
import { FAULT_FIELD, type RowFault, type WrittenFile, type WrittenRow } from './writtenRow.js';

const COLUMN = /^[A-Za-z]\w*(\.[A-Za-z0-9]\w*)*$/;
const KNOWN: Readonly<Partial<Record<ImportRow['kind'], readonly string[]>>> = {
  product: ['sku', 'name', 'soldBy', 'unitPrice', 'originalPrice', 'floorPrice', 'categories', 'tags', 'effectiveFrom'],
  customer: ['customer', 'tier', 'effectiveFrom'],
};

interface CsvRecord {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** Reads rows from CSV with a header. @throws UsageError for a header or quoting that cannot be. */
export function csvRows(file: string, text: string): WrittenFile {
  const [first, ...records] = recordsOf(file, text);
  if (!first) throw new UsageError(`${file} is empty: its first line names the columns.`);
  const header = first.record.map((title) => title.trim());
  const kind = kindOfHeader(file, header);
  const rows = records.map((record) => rowOf(file, kind, header, record));
  const columns = header.filter((column) => column !== FAULT_FIELD);
  return {
    file,
    rows,
    faults: [],
    restOf: (rest) => {
      const lines = rest.map(({ raw, why }) => [quoted(why), raw].join(','));
      return `${[[FAULT_FIELD, ...columns].join(','), ...lines].join('\n')}\n`;
    },
  };
}

function recordsOf(file: string, text: string): CsvRecord[] {
  try {
    const options = { bom: true, skip_empty_lines: true, relax_column_count: true, info: true, raw: true } as const;
    return parse(text, options) as unknown as CsvRecord[];
  } catch (error) {
    throw new UsageError(`${file} cannot be read as CSV: ${(error as Error).message}`);
  }
}

function kindOfHeader(file: string, header: readonly string[]): ImportRow['kind'] {
  const kind = kindOfRow(header);
  if (!kind) {
    throw new UsageError(
      `${file}:1: no column says what the rows are: there must be one called sku, customer or promotion.`,
    );
  }
  const known = KNOWN[kind];
  const wrong = header.filter(
    (column) =>
      column !== FAULT_FIELD && (!COLUMN.test(column) || (known !== undefined && !known.includes(fieldOf(column)))),
  );
  if (wrong.length > 0) {
    const may = known ? `Columns are ${known.join(', ')}` : 'Columns are paths such as benefit.percentOffBp';
    throw new UsageError(`${file}:1: unknown column ${wrong.join(', ')}. ${may}; one in yuan ends in Yuan.`);
  }
  const twice = header.filter((column, at) => header.findIndex((other) => fieldOf(other) === fieldOf(column)) !== at);
  if (twice.length > 0) throw new UsageError(`${file}:1: the column ${twice.join(', ')} is there twice.`);
  return kind;
}

function rowOf(
  file: string,
  kind: ImportRow['kind'],
  header: readonly string[],
  { record, raw, info }: CsvRecord,
): WrittenRow {
  const text = withoutFault(raw.replace(/\r?\n$/, ''), header, record);
  const line = info.lines - (text.match(/\n/g)?.length ?? 0);
  const faults: RowFault[] = [];
  if (record.length !== header.length) {
    const message = `the row has ${record.length} cells and the header ${header.length}: quote cells that hold a comma`;
    faults.push({ file, line, column: '', message });
  }
  const value: Record<string, unknown> = {};
  header.forEach((column, at) => {
    if (column === FAULT_FIELD) return;
    try {
      const said = cellValue(column, (record[at] ?? '').trim());
      if (said !== undefined) setAt(value, pathOf(kind, column), said);
    } catch (error) {
      faults.push({ file, line, column, message: failureWords(error) });
    }
  });
  const columnOf = (pointer: string) => nearestColumn(kind, header, pointer);
  return { file, line, raw: text, kind, value, faults, columnOf };
}

/** Everything of a promotion but its id and its publication is of its terms. */
function pathOf(kind: ImportRow['kind'], column: string): readonly string[] {
  const path = fieldOf(column).split('.');
  return kind !== 'promotion' || ['promotion', 'publish'].includes(column) ? path : ['terms', ...path];
}

/** The column that set what a pointer names, or something in or above it. */
function nearestColumn(kind: ImportRow['kind'], header: readonly string[], pointer: string): string {
  const isOf = (column: string, path: string) => path === `/${pathOf(kind, column).join('/')}`;
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const column = header.find((one) => isOf(one, path));
    if (column) return column;
  }
  return pointer.replace(/^\/(terms\/)?/, '').replaceAll('/', '.');
}

// A rest file has what was wrong in its first column.
function withoutFault(raw: string, header: readonly string[], record: readonly string[]): string {
  if (header[0] !== FAULT_FIELD) return raw;
  return record.slice(1).map(quoted).join(',');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
