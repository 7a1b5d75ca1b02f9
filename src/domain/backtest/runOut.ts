import { type Instant, instantOf } from '../kernel/instant.js';
import type { Fen } from '../kernel/money.js';
import type { Limits } from '../pricing/limits.js';
import type { Uses } from './tally.js';

/** The first order that a limit would not have covered. */
export interface RunOut {
  readonly at: Instant;
  readonly order: string;
}

/** What a promotion would have taken of its limits, had none of them bitten. */
export interface Needed {
  readonly promotion: string;
  /** The budget it would have needed. */
  readonly budget: Fen;
  readonly uses: number;
  readonly limits: Pick<Limits, 'budget' | 'maxUses'>;
  readonly budgetRunsOut: RunOut | null;
  readonly usesRunOut: RunOut | null;
}

/** Sums up uses in the order of time and says when the limits of the terms would have run out. */
export function neededOf(promotion: string, uses: Uses | undefined, { budget, maxUses }: Limits = {}): Needed {
  const { millis, fen, orders } = uses ?? { millis: [], fen: [], orders: [] };
  const inTime = fen.map((_, at) => at).sort((a, b) => millis[a]! - millis[b]! || a - b);
  const runOut = (limit: number | undefined, taken: (at: number) => number): RunOut | null => {
    if (limit === undefined) return null;
    let sum = 0;
    for (const at of inTime) {
      sum += taken(at);
      if (sum > limit) return { at: instantOf(millis[at]!), order: orders[at]! };
    }
    return null;
  };
  return {
    promotion,
    budget: fen.reduce((sum, one) => sum + one, 0),
    uses: fen.length,
    limits: { ...(budget !== undefined && { budget }), ...(maxUses !== undefined && { maxUses }) },
    budgetRunsOut: runOut(budget, (at) => fen[at]!),
    usesRunOut: runOut(maxUses, () => 1),
  };
}
