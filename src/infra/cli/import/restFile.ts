import { writeFileSync } from 'node:fs';
import type { RowFault, WrittenFile, WrittenRow } from './writtenRow.js';

/** Where the rows of a file go that were not imported: beside it, or into itself when it is such a file. */
export function restFileOf(file: string): string {
  return file.replace(/(?:\.rest)?(\.\w+)$/, '.rest$1');
}

/** Writes what of a file was not imported, to be mended and imported again. @returns the file; undefined: nothing is left */
export function writeRest(
  { file, faults, restOf }: WrittenFile,
  refused: ReadonlyMap<WrittenRow, readonly RowFault[]>,
): string | undefined {
  const rest = [
    ...faults.map(({ raw, fault }) => ({ raw, why: fault.message })),
    ...[...refused].filter(([row]) => row.file === file).map(([{ raw }, found]) => ({ raw, why: wordsOf(found) })),
  ];
  if (rest.length === 0) return undefined;
  const to = restFileOf(file);
  writeFileSync(to, restOf(rest));
  return to;
}

function wordsOf(faults: readonly RowFault[]): string {
  return faults.map(({ column, message }) => (column ? `${column}: ${message}` : message)).join('; ');
}
