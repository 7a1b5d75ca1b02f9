import { LOCAL_ID } from '../../../domain/kernel/ids.js';
import { UsageError } from '../exitCode.js';
import { readText } from '../readText.js';

/** What a backtest is asked to change. */
export interface Tested {
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly promotions?: Readonly<Record<string, object>>;
  readonly grid?: readonly { readonly at: string; readonly values: readonly number[] }[];
}

/**
 * A promotion by its id, or a file with terms: `{"promotion": id, "terms": {…}}`, as POST /v1/promotions takes it.
 * @throws UsageError
 */
export function testedPromotions(draft: string | undefined, without: string | undefined): Tested {
  if (draft === undefined && without === undefined) {
    throw new UsageError('Name a promotion to test, a file with its terms, or --without IDS.');
  }
  return {
    ...(draft !== undefined && (isFile(draft) ? { promotions: termsIn(draft) } : { with: [idIn(draft)] })),
    ...(without !== undefined && { without: without.split(',').map(idIn) }),
  };
}

/** Ids end otherwise: `-` is no letter of theirs, and nobody calls a promotion something.json. */
function isFile(draft: string): boolean {
  return draft === '-' || draft.endsWith('.json');
}

function idIn(id: string): string {
  if (LOCAL_ID.test(id)) return id;
  throw new UsageError(`"${id}" is no id of a promotion; a file of terms ends in .json.`);
}

function termsIn(file: string): Record<string, object> {
  const wrong = () =>
    new UsageError(`${file} must hold {"promotion": ID, "terms": {…}}, as POST /v1/promotions takes it.`);
  let value: { readonly promotion?: unknown; readonly terms?: unknown } | null;
  try {
    value = JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} is no JSON: ${(error as Error).message}`);
  }
  const { promotion, terms } = value ?? {};
  if (typeof promotion !== 'string' || typeof terms !== 'object' || terms === null) throw wrong();
  return { [idIn(promotion)]: terms };
}
