import type { Fen } from '../../../kernel/money.js';

export interface Step {
  readonly from: Fen;
  readonly amountOff: Fen;
}

export interface Greedy {
  readonly amountOff: Fen;
  /** How often each step counts, in ladder order. */
  readonly times: readonly number[];
  /** The least more that makes a step count once more. */
  readonly toNext: Fen;
}

/** The highest step as often as it fits, then the lower ones on the rest. A step from 0 counts once, on what is left. */
export function climbGreedily(ladder: readonly Step[], base: Fen): Greedy {
  const times = ladder.map(() => 0);
  let rest = base;
  let amountOff = 0;
  let toNext = Number.POSITIVE_INFINITY;
  for (let at = ladder.length - 1; at >= 0; at--) {
    const step = ladder[at]!;
    const fits = step.from === 0 ? (rest > 0 ? 1 : 0) : Math.floor(rest / step.from);
    times[at] = fits;
    amountOff += fits * step.amountOff;
    rest -= fits * step.from;
    if (step.from > 0) toNext = Math.min(toNext, step.from - rest);
  }
  return { amountOff, times, toNext };
}

/**
 * The nearest step that gives more than now, and how much more: a high step may take the place of low ones that gave as
 * much or more together. As many steps are tried as the ladder has.
 */
export function nextThatGivesMore(
  ladder: readonly Step[],
  base: Fen,
): { readonly shortfall: { readonly amount: Fen }; readonly gives: { readonly amountOff: Fen } } | undefined {
  const now = climbGreedily(ladder, base);
  let more = now.toNext;
  for (let tried = 0; tried < ladder.length && Number.isFinite(more); tried++) {
    const then = climbGreedily(ladder, base + more);
    if (then.amountOff > now.amountOff) {
      return { shortfall: { amount: more }, gives: { amountOff: then.amountOff - now.amountOff } };
    }
    more += then.toNext;
  }
  return undefined;
}

/** Whether each step gives at least the rate of the one below it: then more money never gives less. */
export function rateNeverFalls(ladder: readonly Step[]): boolean {
  return ladder.every(({ from, amountOff }, at) => {
    const below = ladder[at - 1];
    return from > 0 && (!below || amountOff * below.from >= below.amountOff * from);
  });
}

/** Above what any base up to this one can give: the whole of it at the best rate, and a step from 0 once. */
export function atBestRate(ladder: readonly Step[], base: Fen): Fen {
  let best = 0;
  let free = 0;
  for (const { from, amountOff } of ladder) {
    if (from === 0) free = Math.max(free, amountOff);
    else best = Math.max(best, Math.floor((base / from) * amountOff) + 1);
  }
  return best + free;
}
