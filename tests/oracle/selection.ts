import type { Application } from './objective.js';
import type { Refusal } from './outcome.js';
import type { Prices } from './prices.js';

/** What a way of choosing arrives at: what applies in order, the prices after it, and why the others do not. */
export interface Selection {
  readonly applied: readonly Application[];
  readonly prices: Prices;
  readonly notApplied: ReadonlyMap<string, Refusal>;
}
