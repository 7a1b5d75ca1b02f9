import { thresholdAmount } from '../conditions.js';
import type { SpendBenefit } from '../goldenCase.js';
import type { Claim, Refusal } from '../outcome.js';
import { missing, refusal } from '../outcome.js';
import type { View } from './view.js';

export function spendThreshold(view: View, benefit: SpendBenefit): Claim | Refusal {
  const base = thresholdAmount(view.basket, view.prices, view.counted);
  if (benefit.ladder === undefined) return repeated(base, benefit);
  return benefit.repeat === 'greedy' ? greedy(base, steps(benefit)) : highestStep(base, steps(benefit));
}

interface Step {
  readonly from: bigint;
  readonly amountOff: bigint;
}

function steps(benefit: SpendBenefit): Step[] {
  return (benefit.ladder ?? [])
    .map(({ from, amountOff }) => ({ from: BigInt(from), amountOff: BigInt(amountOff) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function notReached(base: bigint, first: bigint): Refusal {
  return refusal('threshold-not-met', missing('amount', first - base));
}

function highestStep(base: bigint, ladder: readonly Step[]): Claim | Refusal {
  const reached = ladder.filter(({ from }) => from <= base).at(-1);
  const next = ladder.find(({ from }) => from > base);
  if (reached === undefined) return notReached(base, next?.from ?? 0n);
  const claim: Claim = { gives: true, order: reached.amountOff };
  return next === undefined ? claim : { ...claim, nextRung: missing('amount', next.from - base) };
}

function greedy(base: bigint, ladder: readonly Step[]): Claim | Refusal {
  const lowest = ladder[0]?.from ?? 0n;
  if (base < lowest) return notReached(base, lowest);
  const { amount } = climbed(base, ladder);
  const claim: Claim = { gives: true, order: amount };
  const gap = gapToMore(base, ladder);
  return gap === undefined ? claim : { ...claim, nextRung: missing('amount', gap) };
}

/** The highest step as often as it fits, then lower steps on the rest. A step from 0 would fit for ever: it counts once. */
function climbed(base: bigint, ladder: readonly Step[]): { readonly amount: bigint; readonly gap: bigint | undefined } {
  let rest = base;
  let amount = 0n;
  let gap: bigint | undefined;
  for (const { from, amountOff } of [...ladder].reverse()) {
    const times = from === 0n ? 1n : rest / from;
    amount += times * amountOff;
    rest -= times * from;
    // The next rung is the first amount at which one more step of any height fits.
    if (from !== 0n && (gap === undefined || from - rest < gap)) gap = from - rest;
  }
  return { amount, gap };
}

/** A rung that gives no more than what it takes the place of is no next rung; one looks on for as many as there are steps. */
function gapToMore(base: bigint, ladder: readonly Step[]): bigint | undefined {
  const now = climbed(base, ladder);
  let at = base;
  let { gap } = now;
  for (const _ of ladder) {
    if (gap === undefined) return undefined;
    at += gap;
    const then = climbed(at, ladder);
    if (then.amount > now.amount) return at - base;
    gap = then.gap;
  }
  return undefined;
}

function repeated(base: bigint, benefit: SpendBenefit): Claim | Refusal {
  const every = BigInt(benefit.every ?? 0);
  const fits = base / every;
  const most = benefit.maxRepeats === undefined ? fits : BigInt(benefit.maxRepeats);
  const times = fits < most ? fits : most;
  if (times === 0n) return notReached(base, every);
  const claim: Claim = { gives: true, order: times * BigInt(benefit.amountOff ?? 0) };
  const isAtEnd = benefit.maxRepeats !== undefined && times === most;
  return isAtEnd ? claim : { ...claim, nextRung: missing('amount', (fits + 1n) * every - base) };
}
