import { paintFor } from '../print/paint.js';
import type { Terminal } from '../terminal.js';
import type { Imported } from './importRows.js';
import type { ImportTarget } from './importTarget.js';
import { writeRest } from './restFile.js';
import type { RowFault, WrittenFile } from './writtenRow.js';

/** Faults shown to people; the rest file, or --json, has all. */
const SHOWN = 50;

/** Says what was imported and what is wrong with the rest, and writes the rest. @returns whether nothing is left */
export function reportImport(
  files: readonly WrittenFile[],
  imported: Imported,
  { words }: ImportTarget,
  { partial, json }: { readonly partial: boolean; readonly json: boolean },
  terminal: Terminal,
): boolean {
  const faults = [
    ...files.flatMap((file) => file.faults.map(({ fault }) => fault)),
    ...[...imported.refused.values()].flat(),
  ];
  const refused = imported.refused.size + files.reduce((sum, file) => sum + file.faults.length, 0);
  const rest = partial ? files.flatMap((file) => writeRest(file, imported.refused) ?? []) : [];
  const counts = {
    rows: imported.rows + refused - imported.refused.size,
    imported: imported.imported,
    changed: imported.changed,
    refused,
  };
  if (json) {
    for (const fault of faults) terminal.out(`${JSON.stringify(fault)}\n`);
    terminal.out(`${JSON.stringify({ summary: { ...counts, rest, stopped: imported.stopped } })}\n`);
    return refused === 0 && !imported.stopped;
  }
  const paint = paintFor(terminal);
  for (const fault of faults.slice(0, SHOWN)) terminal.err(`${paint.bad('✗')} ${faultWords(fault)}\n`);
  if (faults.length > SHOWN) terminal.err(`… and ${faults.length - SHOWN} more: --json prints all.\n`);
  terminal.out(
    `${counts.rows} rows: ${counts.imported} imported into ${words} (${counts.changed} changed something), ${refused} refused.\n`,
  );
  if (imported.stopped) terminal.err('Stopped before the end. Import again: what is so already is left alone.\n');
  else if (refused > 0) terminal.err(partial ? restWords(rest) : whatNext(counts.imported));
  return refused === 0 && !imported.stopped;
}

function faultWords({ file, line, column, message }: RowFault): string {
  return `${file}:${line}${column ? ` ${column}` : ''}: ${message}`;
}

function restWords(rest: readonly string[]): string {
  return `The rest is in ${rest.join(', ')}: mend it, then type: orchard import ${rest.join(' ')}\n`;
}

function whatNext(imported: number): string {
  const nothing = imported === 0 ? 'Nothing was imported. ' : '';
  return `${nothing}Mend these rows and import again, or type --partial to import the others.\n`;
}
