import type { Cell, FilledColumn, Item } from '../../commands/export/column.js';
import type { ExportedTable } from '../../commands/export/exportedTable.js';
import type { TableEncoder } from '../../commands/export/exportTarget.js';
import type { CloudEvent } from '../../commands/published/cloudEvent.js';
import { TextRows } from './textRows.js';

/** A JSON object a line; what CSV and Parquet hold as JSON text is JSON here. */
export function ndjson({ columns, itemIsLine }: ExportedTable): TableEncoder {
  const rows = new TextRows();
  return {
    add: (items, event) => {
      for (let at = 0; at < items.length; at++) {
        const item = items[at]!;
        rows.add(`${itemIsLine ? JSON.stringify(item) : lineOf(columns, item, event, at)}\n`);
      }
    },
    bytes: () => rows.bytes(),
  };
}

function lineOf(columns: readonly FilledColumn[], item: Item, event: CloudEvent, at: number): string {
  let line = '';
  for (const { name, type, cell } of columns) {
    line += `${line === '' ? '{' : ','}"${name}":${jsonText(type, cell(item, event, at))}`;
  }
  return `${line}}`;
}

function jsonText(type: FilledColumn['type'], cell: Cell): string {
  if (cell === null) return 'null';
  return type === 'json' ? String(cell) : JSON.stringify(cell);
}
