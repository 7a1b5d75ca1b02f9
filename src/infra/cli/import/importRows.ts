import { progressOf } from '../print/progress.js';
import type { Terminal } from '../terminal.js';
import { type CheckedRow, checkRows, faultIn } from './checkRows.js';
import { type ImportTarget, RowRefused } from './importTarget.js';
import type { RowFault, WrittenFile, WrittenRow } from './writtenRow.js';

export interface Imported {
  readonly rows: number;
  /** Rows that are so now, whether they were before or not. */
  readonly imported: number;
  /** Of these, rows that changed something. */
  readonly changed: number;
  /** In the order of the files. */
  readonly refused: ReadonlyMap<WrittenRow, readonly RowFault[]>;
  /** It was stopped before its end. */
  readonly stopped: boolean;
}

/**
 * Imports rows: each is checked by itself, then tried on the shop, and only when all are good, or `partial` says that
 * the good ones will do, is anything written.
 */
export async function importRows(
  files: readonly WrittenFile[],
  target: ImportTarget,
  { partial, signal }: { readonly partial: boolean; readonly signal: AbortSignal },
  terminal: Terminal,
): Promise<Imported> {
  const rows = files.flatMap((file) => file.rows);
  const { good, refused: wrong } = checkRows(rows, target.terms);
  const refused = new Map(wrong);
  const broken = files.some(({ faults }) => faults.length > 0);
  let imported = 0;
  let changed = 0;
  const mayGoOn = () => !signal.aborted && (partial || (refused.size === 0 && !broken));
  for (const stage of stagesOf(good, target)) {
    if (!mayGoOn()) break;
    await each('checking', stage, target.atOnce, signal, terminal, async ({ row, written }) => {
      await target.rehearse(row).catch(noted(written, refused));
    });
    if (!mayGoOn()) break;
    const left = stage.map((step) => step.filter(({ written }) => !refused.has(written)));
    await each('importing', left, target.atOnce, signal, terminal, async ({ row, written }) => {
      const did = await target.write(row).catch(noted(written, refused));
      if (did === undefined) return;
      imported += 1;
      if (did) changed += 1;
    });
  }
  const inOrder = rows.filter((row) => refused.has(row)).map((row) => [row, refused.get(row)!] as const);
  return { rows: rows.length, imported, changed, refused: new Map(inOrder), stopped: signal.aborted };
}

/** Rows that are tried together before any of them is written; its steps one after the other. */
type Stage = readonly (readonly CheckedRow[])[];

// Promotions name products: those come first, and where a trial does not remember them, they are there for real.
function stagesOf(rows: readonly CheckedRow[], { remembersRehearsals }: ImportTarget): readonly Stage[] {
  const isPromotion = ({ row }: CheckedRow) => row.kind === 'promotion';
  const things = rows.filter((row) => !isPromotion(row));
  const promotions = rows.filter(isPromotion);
  return remembersRehearsals ? [[things, promotions]] : [[things], [promotions]];
}

function noted(row: WrittenRow, refused: Map<WrittenRow, readonly RowFault[]>): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof RowRefused)) throw error;
    const faults = error.faults.length > 0 ? error.faults : [{ pointer: '', detail: error.message }];
    refused.set(
      row,
      faults.map(({ pointer, detail }) => faultIn(row, pointer, detail)),
    );
    return undefined;
  };
}

async function each(
  what: string,
  stage: Stage,
  atOnce: number,
  signal: AbortSignal,
  terminal: Terminal,
  work: (row: CheckedRow) => Promise<void>,
): Promise<void> {
  const progress = progressOf(what, terminal);
  const total = stage.reduce((sum, step) => sum + step.length, 0);
  let done = 0;
  try {
    for (const rows of stage) {
      for (let start = 0; start < rows.length && !signal.aborted; start += atOnce) {
        const group = rows.slice(start, start + atOnce);
        await Promise.all(group.map(work));
        done += group.length;
        progress.reached(done, total);
      }
    }
  } finally {
    progress.end();
  }
}
