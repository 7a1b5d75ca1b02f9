import type { Fen } from '../../kernel/money.js';
import { type Candidate, isLimited } from '../candidate.js';
import type { Running } from '../running.js';
import type { Situation } from '../situation.js';
import type { Step, Walk } from '../walk.js';
import { mostAtList, ownBound } from './mostItCanGive.js';
import { raiseForMore } from './turns.js';

/**
 * Whether taking all offers is best, at a glance, for the usual basket: going back from the last offer, each line is
 * marked with all that the offers after could give more, at most, if its price were higher. Where that is no more than
 * what an offer gave, leaving it out cannot pay; nor can leaving out several (docs/decisions/0015). False: a search
 * decides.
 */
export function plainlyBest({ steps, passedOver }: Walk, situation: Situation): boolean {
  if (passedOver.length > 0 || situation.greatestDiscount !== Number.POSITIVE_INFINITY) return false;
  const marks = new Marks(situation.purchase.lines.length);
  for (let at = steps.length - 1; at >= 0; at--) {
    const { candidate, outcome } = steps[at]!;
    if (candidate.group !== undefined || mattersForTies(candidate)) return false;
    const moreAfter = marks.of(candidate);
    const gave = outcome.gives === 'something' ? outcome.amount + outcome.delivery + outcome.giftValue : 0;
    if (outcome.gives === 'something' && moreAfter > gave) return false;
    const more = moreAfter + moreItCouldGive(steps[at]!, gave, situation);
    if (more > 0) marks.set(candidate, more);
  }
  return true;
}

function mattersForTies(candidate: Candidate): boolean {
  return candidate.offer.coupon === true || isLimited(candidate);
}

function moreItCouldGive(step: Step, gave: Fen, situation: Situation): Fen {
  const { candidate, before } = step;
  const { atList } = situation;
  const lowered = loweredBefore(candidate, before, situation);
  const isAsAtList = lowered === 0 && !before.closed && before.points === atList.points;
  // Where nothing touched its goods it gave the most it can, unless its kind may give more on less.
  if (isAsAtList && !ownBound(candidate, before)) return 0;
  // At list prices it would not reach its next step either.
  if (raiseForMore(step) > lowered) return 0;
  return mostAtList(candidate, situation) - gave;
}

function loweredBefore({ lines, giftLines }: Candidate, { prices }: Running, { atList }: Situation): Fen {
  let lowered = 0;
  for (const { at } of lines) lowered += atList.prices[at]! - prices[at]!;
  if (giftLines !== lines) for (const { at } of giftLines) lowered += atList.prices[at]! - prices[at]!;
  return lowered;
}

/**
 * What later offers could give more, by line, and on points. Not on delivery: what one waives less, another can waive at
 * most more, so between them nothing is gained.
 */
class Marks {
  private readonly lines: Fen[];
  private points = 0;

  constructor(size: number) {
    this.lines = new Array<Fen>(size).fill(0);
  }

  of({ lines, giftLines, kind }: Candidate): Fen {
    let more = 0;
    for (const { at } of lines) more += this.lines[at]!;
    if (giftLines !== lines) for (const { at } of giftLines) more += this.lines[at]!;
    return kind.spendsPoints ? more + this.points : more;
  }

  set({ lines, giftLines, kind }: Candidate, more: Fen): void {
    for (const { at } of lines) this.lines[at] = more;
    if (giftLines !== lines) for (const { at } of giftLines) this.lines[at] = more;
    if (kind.spendsPoints) this.points = more;
  }
}
