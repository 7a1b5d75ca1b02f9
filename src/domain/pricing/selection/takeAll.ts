import type { Effect } from '../calculation.js';
import { type Candidate, isLimited } from '../candidate.js';
import type { Line } from '../purchase.js';
import type { Situation } from '../situation.js';
import { applyInOrder, type Step, type Walk } from '../walk.js';

/**
 * All offers together, applied, when it is plain that nothing can beat them: nobody rivals anybody, and every offer
 * that an earlier one can influence follows prices (see `Effect`). Then paying less before never means paying more
 * after, and leaving one out cannot help. Undefined when it is not plain: then a search decides.
 */
export function takeAll(candidates: readonly Candidate[], situation: Situation): Walk | undefined {
  if (situation.greatestDiscount !== Number.POSITIVE_INFINITY || !areIndependent(candidates)) return undefined;
  const walk = applyInOrder(candidates, situation);
  return followPrices(walk.steps) ? walk : undefined;
}

function areIndependent(candidates: readonly Candidate[]): boolean {
  let spendPoints = 0;
  for (let at = 0; at < candidates.length; at++) {
    const candidate = candidates[at]!;
    const { offer, group, kind } = candidate;
    if (offer.coupon || offer.stacking?.stopAfter || offer.stacking?.exclusive || isLimited(candidate)) return false;
    if (kind.spendsPoints && ++spendPoints > 1) return false;
    if (group === undefined) continue;
    for (let before = 0; before < at; before++) if (candidates[before]!.group === group) return false;
  }
  return true;
}

/**
 * Goes through the offers in order. On lines that only offers by line touched, every price is as high or higher
 * without an earlier offer; where an amount was shared, only the sum of the lines it was shared over is.
 */
function followPrices(steps: readonly Step[]): boolean {
  const size = steps[0]?.before.prices.length ?? 0;
  const touched = new Uint8Array(size);
  let shared: Uint8Array | undefined;
  for (const step of steps) {
    const { lines, giftLines } = step.candidate;
    if (marks(lines, touched) || marks(giftLines, touched)) {
      const effect = effectOf(step);
      if (effect === 'wild' || (effect === 'line' && shared && marks(lines, shared))) return false;
      if (effect === 'sum') {
        if (shared && !coversAll(lines, shared)) return false;
        shared ??= new Uint8Array(size);
        mark(lines, shared);
      }
      if (effect === 'none') continue;
    }
    mark(giftLines, touched);
  }
  return true;
}

function effectOf({ candidate, before }: Step): Effect {
  const { offer, calculation, lines, giftLines, setting } = candidate;
  if (!calculation.effect) return 'wild';
  let least = 0;
  let most = 0;
  for (const line of lines) {
    // With all offers taken prices are at their lowest.
    least += before.prices[line.at]!;
    most += line.list;
  }
  if (offer.when && setting.policies.thresholdBase === 'running' && turnsBetween(offer.when, least, most))
    return 'wild';
  const effect = calculation.effect(offer.benefit, { lines, giftLines, least, most, onlyLeast: true }, setting);
  // A cap is shared over the lines, and then no line stands for itself.
  return effect === 'line' && offer.cap !== undefined && lines.length > 1 ? 'wild' : effect;
}

/** Whether a condition on the amount holds for some sums between two and not for others. */
export function turnsBetween(
  { minAmount, amountOver }: NonNullable<Candidate['offer']['when']>,
  least: number,
  most: number,
): boolean {
  const turnsAt = (amount: number | undefined) => amount !== undefined && least < amount && most >= amount;
  return turnsAt(minAmount) || turnsAt(amountOver === undefined ? undefined : amountOver + 1);
}

function mark(lines: readonly Line[], marked: Uint8Array): void {
  for (const line of lines) marked[line.at] = 1;
}

function marks(lines: readonly Line[], marked: Uint8Array): boolean {
  for (const line of lines) if (marked[line.at] === 1) return true;
  return false;
}

function coversAll(lines: readonly Line[], marked: Uint8Array): boolean {
  let covered = 0;
  for (const line of lines) covered += marked[line.at]!;
  let all = 0;
  for (const mark of marked) all += mark;
  return covered === all;
}
