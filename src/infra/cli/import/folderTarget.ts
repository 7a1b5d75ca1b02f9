import { type ImportRow, importRow } from '../../../commands/import/importRow.js';
import { RehearsalStore } from '../../../commands/rehearsalStore.js';
import { Rejection } from '../../../domain/kernel/rejection.js';
import type { Fault } from '../../../domain/pricing/kind.js';
import type { OpenedOrchard } from '../doors.js';
import { type ImportTarget, RowRefused } from './importTarget.js';

/** Whom the log names as the author of what is imported here. */
const CLI_ACTOR = { principal: 'cli', role: 'operator' } as const;

/** A shop in a data folder that this process holds. */
export function folderTarget({ deps, terms, close }: OpenedOrchard, shop: string, words: string): ImportTarget {
  const importing = { shop, actor: CLI_ACTOR, correlation: `import-${deps.machine.newId()}` };
  const rehearsal = { ...deps, store: new RehearsalStore(deps.store) };
  const carry = (to: typeof deps, row: ImportRow) => importRow(to, terms, row, importing).catch(refusedRow);
  return {
    words,
    terms,
    atOnce: 256,
    remembersRehearsals: true,
    rehearse: async (row) => void (await carry(rehearsal, row)),
    write: (row) => carry(deps, row),
    close,
  };
}

function refusedRow(error: unknown): never {
  if (!(error instanceof Rejection)) throw error;
  const { errors = [] } = error.facts as { readonly errors?: readonly Fault[] };
  throw new RowRefused(
    error.message,
    errors.map(({ pointer, message }) => ({ pointer: `/terms${pointer}`, detail: message })),
  );
}
