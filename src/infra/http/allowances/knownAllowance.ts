import type { AsOf } from '../../../commands/asOf/asOf.js';
import { allowanceAggregate } from '../../../domain/allowance/stream.js';
import { streamName } from '../../../domain/kernel/stream.js';
import type { KnownAllowance } from '../../../projections/allowances/allowancesInMemory.js';
import { allowanceAsOf } from '../../../projections/asOf/allowanceAsOf.js';
import type { ApiDeps } from '../apiDeps.js';
import { Problem } from '../problems/problem.js';

/** An allowance, at least as it was at a position, or as of then. @throws Problem ALLOWANCE_UNKNOWN; Rejection VIEW_BEHIND */
export async function knownAllowance(
  { deps: { view, store } }: ApiDeps,
  shop: string,
  id: string,
  position: string | undefined,
  asOf: AsOf | null = null,
): Promise<KnownAllowance> {
  if (position !== undefined) await view.reached(position);
  const known = asOf
    ? await allowanceAsOf(store, streamName(allowanceAggregate.category, shop, id), asOf.position)
    : await view.allowance(shop, id);
  if (known?.state.terms) return known;
  throw new Problem('ALLOWANCE_UNKNOWN', `There is no allowance ${id}.`);
}
