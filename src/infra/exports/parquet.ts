import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Cell, ColumnType } from '../../commands/export/column.js';
import type { ExportedTable } from '../../commands/export/exportedTable.js';
import type { TableEncoder } from '../../commands/export/exportTarget.js';

/** JSON is text: what reads Parquet differs in what it makes of JSON columns. */
const STORED = {
  text: 'STRING',
  integer: 'INT64',
  flag: 'BOOLEAN',
  instant: 'TIMESTAMP',
  json: 'STRING',
} as const satisfies Readonly<Record<ColumnType, string>>;

/** Apache Parquet, every column nullable; whole numbers have 64 bits, instants are UTC milliseconds. */
export function parquet({ columns }: ExportedTable): TableEncoder {
  const cells = columns.map((): Cell[] => []);
  return {
    add: (items, event) => {
      for (let at = 0; at < items.length; at++) {
        for (let n = 0; n < columns.length; n++) cells[n]!.push(columns[n]!.cell(items[at]!, event, at));
      }
    },
    bytes: () => {
      const columnData = columns.map(({ name, type }, n) => {
        return { name, type: STORED[type], nullable: true, data: storedCells(type, cells[n]!) };
      });
      return new Uint8Array(parquetWriteBuffer({ columnData }));
    },
  };
}

function storedCells(type: ColumnType, cells: readonly Cell[]): unknown[] {
  if (type === 'integer') return cells.map((cell) => (cell === null ? null : BigInt(cell)));
  if (type === 'instant') return cells.map((cell) => (cell === null ? null : BigInt(Date.parse(String(cell)))));
  return [...cells];
}
