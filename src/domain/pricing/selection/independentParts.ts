import type { Candidate } from '../candidate.js';
import type { Situation } from '../situation.js';
import { Parts } from './parts.js';

/** Offers that can influence each other, directly or through others, in parts that have nothing to do with each other. */
export function independentParts(
  candidates: readonly Candidate[],
  situation: Situation,
): readonly (readonly Candidate[])[] {
  if (candidates.some(({ offer }) => offer.stacking?.stopAfter)) return [candidates];
  const parts = new Parts(situation.purchase.lines.length);
  const sharedBy = new Map<string, number>();
  for (const candidate of candidates) {
    const first = candidate.lines[0]!.at;
    for (const line of candidate.lines) parts.join(first, line.at);
    for (const line of candidate.giftLines) parts.join(first, line.at);
    for (const what of sharesOf(candidate, situation)) {
      parts.join(sharedBy.get(what) ?? first, first);
      sharedBy.set(what, first);
    }
  }
  const byPart = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const part = parts.of(candidate.lines[0]!.at);
    const others = byPart.get(part);
    if (others) others.push(candidate);
    else byPart.set(part, [candidate]);
  }
  return [...byPart.values()];
}

/** What an offer shares with others beside lines: there is only one of each. */
function sharesOf({ kind, group }: Candidate, { greatestDiscount }: Situation): string[] {
  const shares: string[] = [];
  if (group !== undefined) shares.push(`group ${group}`);
  if (kind.waivesDelivery) shares.push('delivery');
  if (kind.spendsPoints) shares.push('points');
  if (kind.countsAsDiscount && greatestDiscount !== Number.POSITIVE_INFINITY) shares.push('greatest discount');
  return shares;
}
