import type { Fen } from '../../kernel/money.js';
import type { Candidate } from '../candidate.js';
import type { Situation } from '../situation.js';
import type { Step, Walk } from '../walk.js';
import { mostAtList, ownBound } from './mostItCanGive.js';

/**
 * `provablyBest` at a glance, for the usual basket: going back from the last offer, each line is marked with all that
 * the offers after could give more, at most, if its price were higher. Where that is no more than what an offer gave,
 * leaving it out cannot pay. False: not plain, but it may be.
 */
export function plainlyBest({ steps, passedOver }: Walk, situation: Situation): boolean {
  if (passedOver.length > 0 || situation.greatestDiscount !== Number.POSITIVE_INFINITY) return false;
  const marks = new Marks(situation.purchase.lines.length);
  for (let at = steps.length - 1; at >= 0; at--) {
    const { candidate, outcome } = steps[at]!;
    if (candidate.group !== undefined) return false;
    const moreAfter = marks.of(candidate);
    const gave = outcome.gives === 'something' ? outcome.amount + outcome.delivery + outcome.giftValue : 0;
    if (outcome.gives === 'something' && moreAfter > gave) return false;
    const more = moreAfter + moreItCouldGive(steps[at]!, gave, situation);
    if (more > 0) marks.set(candidate, more);
  }
  return true;
}

// Where nothing touched its goods before, it gave the most it can, unless its kind may give more on less.
function moreItCouldGive({ candidate, before }: Step, gave: Fen, situation: Situation): Fen {
  return isTouched(candidate, before, situation) || ownBound(candidate, before)
    ? mostAtList(candidate, situation) - gave
    : 0;
}

function isTouched({ lines, giftLines }: Candidate, before: Step['before'], { atList }: Situation): boolean {
  if (before === atList) return false;
  if (before.delivery !== atList.delivery || before.points !== atList.points || before.closed) return true;
  for (const { at } of lines) if (before.prices[at] !== atList.prices[at]) return true;
  for (const { at } of giftLines) if (before.prices[at] !== atList.prices[at]) return true;
  return false;
}

/** What later offers could give more, by line, and by what there is one of. */
class Marks {
  private readonly lines: Fen[];
  private delivery = 0;
  private points = 0;

  constructor(size: number) {
    this.lines = new Array<Fen>(size).fill(0);
  }

  of({ lines, giftLines, kind }: Candidate): Fen {
    let more = 0;
    for (const { at } of lines) more += this.lines[at]!;
    if (giftLines !== lines) for (const { at } of giftLines) more += this.lines[at]!;
    if (kind.waivesDelivery) more += this.delivery;
    return kind.spendsPoints ? more + this.points : more;
  }

  set({ lines, giftLines, kind }: Candidate, more: Fen): void {
    for (const { at } of lines) this.lines[at] = more;
    if (giftLines !== lines) for (const { at } of giftLines) this.lines[at] = more;
    if (kind.waivesDelivery) this.delivery = more;
    if (kind.spendsPoints) this.points = more;
  }
}
