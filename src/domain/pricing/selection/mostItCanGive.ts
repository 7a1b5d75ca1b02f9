import type { Fen } from '../../kernel/money.js';
import { discountLimit, goodsOf, settingNow, usedUp, worthOf } from '../attempt.js';
import type { Candidate } from '../candidate.js';
import { unmetCondition } from '../conditions.js';
import { type Running, runningAtList } from '../running.js';
import type { Situation } from '../situation.js';

/**
 * An upper bound, in fen of the objective, of what an offer can still give from where pricing stands, whatever other
 * offers do before its turn. Prices only fall and lines only close, so for most kinds it is what they would give now;
 * the others bring their own bound.
 */
export function mostItCanGive(candidate: Candidate, running: Running, situation: Situation): Fen {
  const { offer, calculation, setting } = candidate;
  const budget = setting.remaining?.budget;
  if (!calculation.atMost) {
    const worth = worthOf(candidate, running, situation);
    if (typeof worth === 'number') return worth;
    return worth.reason === 'budget-exceeded' ? (budget ?? 0) : 0;
  }
  const goods = goodsOf(candidate, running);
  if (goods.lines.length === 0 || usedUp(candidate)) return 0;
  if (unmetCondition(offer.when, goods, setting.policies.thresholdBase)) return 0;
  const { discount, gifts } = calculation.atMost(offer.benefit, goods, settingNow(candidate, running));
  const most = Math.min(discount, discountLimit(candidate, running, situation)) + gifts;
  return budget === undefined ? most : Math.min(most, budget);
}

/** The bound at list prices of each offer, reckoned once. */
export type MostAtList = (candidate: Candidate) => Fen;

export function mostAtList(situation: Situation): MostAtList {
  const start = runningAtList(situation);
  const known = new Map<Candidate, Fen>();
  return (candidate) => {
    let most = known.get(candidate);
    if (most === undefined) {
      most = mostItCanGive(candidate, start, situation);
      known.set(candidate, most);
    }
    return most;
  };
}
