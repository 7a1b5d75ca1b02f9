import type { Fen } from '../../kernel/money.js';
import { discountLimit, goodsOf, settingNow, usedUp, worthAtList, worthOf } from '../attempt.js';
import type { Bound } from '../calculation.js';
import type { Candidate } from '../candidate.js';
import { unmetCondition } from '../conditions.js';
import type { Running } from '../running.js';
import type { Situation } from '../situation.js';

/**
 * An upper bound, in fen of the objective, of what an offer can still give from where pricing stands, whatever other
 * offers do before its turn. Prices only fall and lines only close, so for most kinds it is what they would give now;
 * the others bring their own bound.
 */
export function mostItCanGive(candidate: Candidate, running: Running, situation: Situation): Fen {
  const { offer, setting } = candidate;
  const budget = setting.remaining?.budget;
  const bound = ownBound(candidate, running);
  if (!bound) {
    const alone = running === situation.atList;
    const worth = alone ? worthAtList(candidate, situation) : worthOf(candidate, running, situation);
    if (typeof worth === 'number') return worth;
    return worth.reason === 'budget-exceeded' ? (budget ?? 0) : 0;
  }
  if (candidate.lines.length === 0 || usedUp(candidate)) return 0;
  if (unmetCondition(offer.when, goodsOf(candidate, running), setting.policies.thresholdBase)) return 0;
  const most = Math.min(bound.discount, discountLimit(candidate, running, situation)) + bound.gifts;
  return budget === undefined ? most : Math.min(most, budget);
}

/** The bound that its kind brings for its goods, where what it gives now may not be the most. */
export function ownBound(candidate: Candidate, running: Running): Bound | undefined {
  const { calculation, offer } = candidate;
  return calculation.atMost?.(offer.benefit, goodsOf(candidate, running), settingNow(candidate, running));
}

/** The bound at list prices. */
export function mostAtList(candidate: Candidate, situation: Situation): Fen {
  candidate.mostAtList ??= mostItCanGive(candidate, situation.atList, situation);
  return candidate.mostAtList;
}
