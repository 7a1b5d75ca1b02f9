import type { Candidate } from '../candidate.js';
import type { Line } from '../purchase.js';
import type { Situation } from '../situation.js';
import { TO_NOBODY, type Turns } from './turns.js';

/**
 * The positions of the offers from `from` on that may fare otherwise, directly or through others, without one. What an
 * influenced offer was passed over for counts with it: if both are left out, each decides what the other could give.
 */
export function influencedBy(
  position: number,
  from: number,
  candidates: readonly Candidate[],
  { yielded }: Turns,
  situation: Situation,
): readonly number[] {
  const influence = new Influence(situation);
  influence.spread(candidates[position]!);
  const influenced: number[] = [];
  for (let at = from; at < candidates.length; at++) {
    const other = yielded[at]!;
    const isPassedOverForGood = other !== TO_NOBODY && other < from;
    if (at === position || isPassedOverForGood || influenced.includes(at)) continue;
    if (!influence.reaches(candidates[at]!)) continue;
    const passedOverFor = other === TO_NOBODY || other === position || influenced.includes(other) ? at : other;
    influenced.push(passedOverFor);
    influence.spread(candidates[passedOverFor]!);
    // What lies between may now be reached.
    at = passedOverFor;
  }
  return influenced;
}

/** What some offers change for those after them: prices of lines, their groups, and what there is only once. */
class Influence {
  private readonly lines: boolean[] = [];
  private readonly groups: string[] = [];
  private delivery = false;
  private points = false;
  private greatestDiscount = false;
  private everything = false;

  constructor(private readonly situation: Situation) {
    for (let at = 0; at < situation.purchase.lines.length; at++) this.lines.push(false);
  }

  /** Adds what an offer changes. */
  spread({ lines, giftLines, kind, group, offer }: Candidate): void {
    for (const line of lines) this.lines[line.at] = true;
    if (giftLines !== lines) for (const line of giftLines) this.lines[line.at] = true;
    if (group !== undefined) this.groups.push(group);
    if (kind.waivesDelivery) this.delivery = true;
    if (kind.spendsPoints) this.points = true;
    if (kind.countsAsDiscount && this.situation.greatestDiscount !== Number.POSITIVE_INFINITY)
      this.greatestDiscount = true;
    if (offer.stacking?.stopAfter) this.everything = true;
  }

  /** Whether an offer may fare otherwise for it. */
  reaches({ lines, giftLines, kind, group }: Candidate): boolean {
    return (
      this.everything ||
      this.touches(lines) ||
      (giftLines !== lines && this.touches(giftLines)) ||
      (group !== undefined && this.groups.includes(group)) ||
      (this.delivery && kind.waivesDelivery) ||
      (this.points && kind.spendsPoints) ||
      (this.greatestDiscount && kind.countsAsDiscount)
    );
  }

  private touches(lines: readonly Line[]): boolean {
    for (const line of lines) if (this.lines[line.at]) return true;
    return false;
  }
}
