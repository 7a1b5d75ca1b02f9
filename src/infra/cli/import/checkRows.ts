import type { ImportRow } from '../../../commands/import/importRow.js';
import { importSchemas, NAMING_FIELD } from '../../../commands/import/importSchemas.js';
import { faultSentence } from '../../../commands/messageFaults/faultSentence.js';
import { faultsOf } from '../../../commands/messageFaults/faultsOf.js';
import type { TermsRules } from '../../../commands/promotion/describePromotion.js';
import type { RowFault, WrittenRow } from './writtenRow.js';

/** A row that is as its schema says. */
export interface CheckedRow {
  readonly written: WrittenRow;
  readonly row: ImportRow;
}

export type Refused = ReadonlyMap<WrittenRow, readonly RowFault[]>;

/** Checks every row by itself: its schema, what a kind finds wrong with its terms, and that it is there once. */
export function checkRows(
  written: readonly WrittenRow[],
  rules: TermsRules,
): { readonly good: readonly CheckedRow[]; readonly refused: Refused } {
  const schemas = importSchemas(rules);
  const good: CheckedRow[] = [];
  const refused = new Map<WrittenRow, readonly RowFault[]>();
  const first = new Map<string, WrittenRow>();
  for (const row of written) {
    const parsed = schemas[row.kind].safeParse(row.value, { error: (issue) => faultSentence(issue) });
    const faults =
      row.faults.length > 0 ? [...row.faults] : parsed.success ? [] : schemaFaults(row, parsed.error.issues);
    if (faults.length === 0) faults.push(...repeated(row, first), ...termsFaults(row, parsed.data, rules));
    if (faults.length > 0) refused.set(row, faults);
    else good.push({ written: row, row: { kind: row.kind, message: parsed.data } as ImportRow });
  }
  return { good, refused };
}

function schemaFaults(row: WrittenRow, issues: Parameters<typeof faultsOf>[0]): RowFault[] {
  return faultsOf(issues, row.value).map(({ pointer, detail }) => faultIn(row, pointer, detail));
}

function repeated(row: WrittenRow, first: Map<string, WrittenRow>): RowFault[] {
  const field = NAMING_FIELD[row.kind];
  const name = `${row.kind} ${String((row.value as Record<string, unknown>)[field])}`;
  const before = first.get(name);
  if (!before) {
    first.set(name, row);
    return [];
  }
  return [faultIn(row, `/${field}`, `${name} is in ${before.file}:${before.line} already: name it once`)];
}

function termsFaults(row: WrittenRow, parsed: unknown, { findFaults }: TermsRules): RowFault[] {
  if (row.kind !== 'promotion') return [];
  const { terms } = parsed as { readonly terms: Parameters<TermsRules['findFaults']>[0] };
  return findFaults(terms).map(({ pointer, message }) => faultIn(row, `/terms${pointer}`, message));
}

export function faultIn(row: WrittenRow, pointer: string, message: string): RowFault {
  return { file: row.file, line: row.line, column: pointer === '' ? '' : row.columnOf(pointer), message };
}
