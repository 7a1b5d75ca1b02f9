import { amountOf, type Calculation, type Yield } from '../../calculation.js';
import { belowAmount } from '../../nothing.js';
import type { SpendThreshold } from './definition.js';
import { atBestRate, climbGreedily, nextThatGivesMore, rateNeverFalls, type Step } from './greedyLadder.js';

type Every = Extract<SpendThreshold, { every: unknown }>;

/** Money off once the goods in scope reach an amount. */
export const calculation1: Calculation<SpendThreshold> = {
  calculate(benefit, goods, setting) {
    const base = amountOf(goods, setting.policies.thresholdBase);
    if ('every' in benefit) return repeated(benefit, base);
    return benefit.repeat ? greedy(benefit.ladder, base) : highestStep(benefit.ladder, base);
  },
  // A ladder that repeats greedily can give more on less: two low steps may beat the high one they make room for.
  atMost(benefit, goods, setting) {
    if ('every' in benefit || !benefit.repeat) return undefined;
    const base = amountOf(goods, setting.policies.thresholdBase);
    const { ladder } = benefit;
    const discount = rateNeverFalls(ladder) ? climbGreedily(ladder, base).amountOff : atBestRate(ladder, base);
    return { discount, gifts: 0 };
  },
};

function repeated({ every, amountOff, maxRepeats }: Every, base: number): Yield {
  const full = Math.floor(base / every);
  if (full === 0) return belowAmount(every - base, () => ({ every, amountOff, base }));
  const times = Math.min(full, maxRepeats ?? full);
  return {
    gives: 'sum',
    amount: times * amountOff,
    facts: () => ({ base, every, amountOff, times }),
    nextRung: () =>
      times < full || times === maxRepeats
        ? undefined
        : { shortfall: { amount: (full + 1) * every - base }, gives: { amountOff } },
  };
}

function highestStep(ladder: readonly Step[], base: number): Yield {
  let reached: Step | undefined;
  let next: Step | undefined;
  for (const step of ladder) {
    if (step.from <= base) reached = step;
    else next ??= step;
  }
  if (!reached) return belowAmount(next!.from - base, () => ({ base, from: next!.from, amountOff: next!.amountOff }));
  const { from, amountOff } = reached;
  return {
    gives: 'sum',
    amount: amountOff,
    facts: () => ({ base, rung: { from, amountOff } }),
    nextRung: () => next && { shortfall: { amount: next.from - base }, gives: { amountOff: next.amountOff } },
  };
}

function greedy(ladder: readonly Step[], base: number): Yield {
  const { amountOff, times, toNext } = climbGreedily(ladder, base);
  if (amountOff === 0)
    return belowAmount(toNext, () => ({ base, from: ladder[0]!.from, amountOff: ladder[0]!.amountOff }));
  return {
    gives: 'sum',
    amount: amountOff,
    facts: () => ({
      base,
      rungs: ladder
        .map(({ from, amountOff }, at) => ({ from, amountOff, times: times[at]! }))
        .filter(({ times }) => times > 0),
    }),
    nextRung: () => nextThatGivesMore(ladder, base),
  };
}
