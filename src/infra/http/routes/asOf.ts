import { type AsOf, asOfOf } from '../../../commands/asOf/asOf.js';
import { type AsOfSaid, asOfSaid } from '../../../commands/asOf/asOfSaid.js';
import { instant } from '../../../commands/messageFields.js';
import type { AnyProjection } from '../../../projections/projection.js';
import type { ApiDeps } from '../apiDeps.js';

/** What we believed: every read takes it. */
export const asOfQuery = { 'as-of': asOfSaid.optional() };

/** What was true: reads of what holds from an instant on take it too. */
export const effectiveAtQuery = {
  'effective-at': instant.optional().meta({
    description:
      'What is true at that instant, past or to come, by all that was recorded (as of `as-of`; default: now)',
  }),
};

export const AS_OF_PROBLEMS = ['AS_OF_TOO_EARLY', 'AS_OF_TOO_LATE'] as const;

/** The past log that is asked for, once these tables have reached it; null: now. @throws Rejection AS_OF_*, VIEW_BEHIND */
export async function askedAsOf(
  { deps: { store, machine }, projector }: Pick<ApiDeps, 'deps' | 'projector'>,
  said: AsOfSaid | undefined,
  tables: readonly AnyProjection[] = [],
): Promise<AsOf | null> {
  if (said === undefined) return null;
  const asOf = await asOfOf(store, machine.now(), said);
  for (const table of tables) await projector.reached(table, asOf.position);
  return asOf;
}
