import type { ImportRow } from '../../../commands/import/importRow.js';
import type { MessageFault } from '../../../commands/messageFaults/faultsOf.js';
import type { TermsRules } from '../../../commands/promotion/describePromotion.js';

/** Why the shop refuses a row. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';

  constructor(
    message: string,
    /** Where in the row, as pointers into it; empty: the row as a whole. */
    readonly faults: readonly Pick<MessageFault, 'pointer' | 'detail'>[] = [],
  ) {
    super(message);
  }
}

/** Where rows are imported to. */
export interface ImportTarget {
  /** In words. */
  readonly words: string;
  readonly terms: TermsRules;
  readonly atOnce: number;
  /** Whether a rehearsal knows what was rehearsed before: then all rows are rehearsed before any is written. */
  readonly remembersRehearsals: boolean;
  /** Tries a row; nothing is recorded. @throws RowRefused */
  readonly rehearse: (row: ImportRow) => Promise<void>;
  /** @returns whether anything was recorded. @throws RowRefused */
  readonly write: (row: ImportRow) => Promise<boolean>;
  readonly close: () => Promise<void>;
}
