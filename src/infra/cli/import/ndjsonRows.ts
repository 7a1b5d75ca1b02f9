import { kindOfRow } from '../../../commands/import/importSchemas.js';
import { FAULT_FIELD, type RowFault, type WrittenFile, type WrittenRow } from './writtenRow.js';

/** Reads rows from NDJSON: an object a line, of any kind. */
export function ndjsonRows(file: string, text: string): WrittenFile {
  const rows: WrittenRow[] = [];
  const faults: { fault: RowFault; raw: string }[] = [];
  text.split('\n').forEach((raw, index) => {
    if (raw.trim() === '') return;
    const row = rowOf(file, index + 1, raw);
    if ('message' in row) faults.push({ fault: row, raw });
    else rows.push(row);
  });
  return { file, rows, faults, restOf: (rest) => rest.map(({ raw, why }) => `${withFault(raw, why)}\n`).join('') };
}

function rowOf(file: string, line: number, raw: string): WrittenRow | RowFault {
  const fault = (message: string): RowFault => ({ file, line, column: '', message });
  let written: unknown;
  try {
    written = JSON.parse(raw);
  } catch (error) {
    return fault(`the line is no JSON: ${(error as Error).message}`);
  }
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return fault('the line must be an object such as {"sku":"apple", …}');
  }
  const { [FAULT_FIELD]: _, ...value } = written as Record<string, unknown>;
  const kind = kindOfRow(Object.keys(value));
  if (!kind) return fault('no field says what the row is: there must be one called sku, customer or promotion');
  return { file, line, raw, kind, value, faults: [], columnOf: (pointer) => pointer };
}

// A line that is no object is handed back as it is: nothing can be put beside it.
function withFault(raw: string, why: string): string {
  try {
    const written = JSON.parse(raw) as unknown;
    const isObject = typeof written === 'object' && written !== null && !Array.isArray(written);
    return isObject ? JSON.stringify({ ...written, [FAULT_FIELD]: why }) : raw;
  } catch {
    return raw;
  }
}
