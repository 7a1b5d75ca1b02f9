import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import type { AnyProjection, Cell, Row, ViewTable } from '../../projections/projection.js';
import type { Statement } from '../../projections/sqlDriver.js';
import { tablesOf } from './viewTables.js';

/** Rows a statement, largest first: few shapes, so that a database can keep each prepared. */
const CHUNKS = [128, 16, 1];

type Cells = readonly Cell[];

/**
 * Statements that replace the records of rows as a whole: what is in the tables is a function of the documents alone.
 * Each row is of another stream.
 */
export function writeRows(projection: AnyProjection, rows: readonly Row[]): Statement[] {
  const { table, details } = projection;
  // Revisions are folded one by one: of a stream at its first there is nothing to replace.
  const streams = rows.filter(({ revision }) => revision > 0).map(({ stream }) => [stream]);
  const main = rows.flatMap((row) => table.records(row).map((record) => [...ownCells(row), ...cells(table, record)]));
  return [
    ...tablesOf(projection).flatMap(({ name }) =>
      inChunks(streams, (places) => `delete from ${name} where stream in (${places.map(() => '?').join(', ')})`),
    ),
    ...insert(table.name, [...OWN_COLUMNS, ...Object.keys(table.columns)], main),
    ...details.flatMap((detail) =>
      insert(
        detail.name,
        ['stream', 'shop', ...Object.keys(detail.columns)],
        rows.flatMap((row) => detail.records(row).map((record) => [row.stream, row.shop, ...cells(detail, record)])),
      ),
    ),
  ];
}

const OWN_COLUMNS = ['stream', 'shop', 'id', 'revision', 'position', 'document'];

function ownCells({ stream, shop, id, revision, position, document }: Row): Cells {
  return [stream, shop, id, revision, position, canonicalJson(document)];
}

function cells({ columns }: ViewTable<unknown>, record: Readonly<Record<string, Cell>>): Cells {
  return Object.keys(columns).map((column) => record[column] ?? null);
}

function insert(table: string, columns: readonly string[], records: readonly Cells[]): Statement[] {
  const places = `(${columns.map(() => '?').join(', ')})`;
  return inChunks(
    records,
    (some) => `insert into ${table} (${columns.join(', ')}) values ${some.map(() => places).join(', ')}`,
  );
}

function inChunks(records: readonly Cells[], sqlOf: (some: readonly Cells[]) => string): Statement[] {
  const statements: Statement[] = [];
  for (let start = 0; start < records.length; ) {
    const size = CHUNKS.find((chunk) => chunk <= records.length - start)!;
    const some = records.slice(start, start + size);
    statements.push({ sql: sqlOf(some), values: some.flat() });
    start += size;
  }
  return statements;
}
