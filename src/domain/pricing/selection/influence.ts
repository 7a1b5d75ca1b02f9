import type { Candidate } from '../candidate.js';
import type { Line } from '../purchase.js';
import type { Situation } from '../situation.js';

/** What some offers change for those after them: prices of lines, their groups, and what there is only once. */
export class Influence {
  private readonly lines: boolean[];
  private readonly groups: string[] = [];
  private delivery = false;
  private points = false;
  private greatestDiscount = false;
  private everything = false;

  constructor(private readonly situation: Situation) {
    this.lines = new Array<boolean>(situation.purchase.lines.length).fill(false);
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
