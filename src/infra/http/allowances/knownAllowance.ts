import type { KnownAllowance } from '../../../projections/allowances/allowancesInMemory.js';
import type { ApiDeps } from '../apiDeps.js';
import { Problem } from '../problems/problem.js';

/** An allowance, at least as it was at a position. @throws Problem ALLOWANCE_UNKNOWN; Rejection VIEW_BEHIND */
export async function knownAllowance(
  { deps: { view } }: ApiDeps,
  shop: string,
  id: string,
  position: string | undefined,
): Promise<KnownAllowance> {
  if (position !== undefined) await view.reached(position);
  const known = await view.allowance(shop, id);
  if (known?.state.terms) return known;
  throw new Problem('ALLOWANCE_UNKNOWN', `There is no allowance ${id}.`);
}
