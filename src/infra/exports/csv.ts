import type { Cell } from '../../commands/export/column.js';
import type { ExportedTable } from '../../commands/export/exportedTable.js';
import type { TableEncoder } from '../../commands/export/exportTarget.js';
import { TextRows } from './textRows.js';

const BYTE_ORDER_MARK = '\ufeff';
const ROW_END = '\r\n';
/** What a spreadsheet takes for the beginning of a formula, the wide forms too. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const TO_QUOTE = /[",\r\n]/;

/**
 * RFC 4180 with a byte order mark, by which Excel knows UTF-8. Empty: nothing to say. A text that a spreadsheet would
 * take for a formula gets an apostrophe in front. Written here because a library took most of the time of an export.
 */
export function csv({ columns }: ExportedTable): TableEncoder {
  const rows = new TextRows(BYTE_ORDER_MARK + columns.map(({ name }) => name).join(',') + ROW_END);
  return {
    add: (items, event) => {
      for (let at = 0; at < items.length; at++) {
        let row = '';
        for (let n = 0; n < columns.length; n++) {
          row += (n === 0 ? '' : ',') + cellOf(columns[n]!.cell(items[at]!, event, at));
        }
        rows.add(row + ROW_END);
      }
    },
    bytes: () => rows.bytes(),
  };
}

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const plain = FORMULA.test(cell) ? `'${cell}` : cell;
  return TO_QUOTE.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
