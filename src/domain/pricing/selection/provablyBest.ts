import { type Candidate, isLimited } from '../candidate.js';
import type { Situation } from '../situation.js';
import type { Walk } from '../walk.js';
import { influencedBy } from './influence.js';
import { mostGainedWithout } from './mostGainedWithout.js';
import { plainlyBest } from './plainlyBest.js';
import { gaveAt, givenAt, turnsOf } from './turns.js';

/**
 * Whether taking all offers is best: leaving out none of them can pay, nor tie with fewer coupons or limited offers.
 * No set that leaves out several can then pay either: see docs/decisions/0012.
 */
export function provablyBest(walk: Walk, candidates: readonly Candidate[], situation: Situation): boolean {
  if (walk.linePicks) return false;
  const mayTie = candidates.some((candidate) => candidate.offer.coupon || isLimited(candidate));
  return (!mayTie && plainlyBest(walk, situation)) || noneIsWorthLeavingOut(walk, candidates, situation, mayTie);
}

function noneIsWorthLeavingOut(
  walk: Walk,
  candidates: readonly Candidate[],
  situation: Situation,
  mayTie: boolean,
): boolean {
  const turns = turnsOf(walk, candidates, 0);
  for (let at = candidates.length - 1; at >= 0; at--) {
    if (!gaveAt(turns, at)) continue;
    const influenced = influencedBy(at, at, candidates, turns, situation);
    const { before } = turns.steps[at]!;
    const gain = mostGainedWithout(givenAt(turns, at), influenced, before, candidates, turns, situation);
    if (gain > 0 || (gain === 0 && mayTie)) return false;
  }
  return true;
}
