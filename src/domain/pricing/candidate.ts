import type { Calculation, Setting } from './calculation.js';
import type { Kind } from './kinds/defineKind.js';
import type { Kinds } from './kinds/registry.js';
import type { Level, Offer } from './offer.js';
import { compareOffers, laneOf } from './offerOrder.js';
import type { Line } from './purchase.js';
import { inScope } from './scope.js';
import type { Situation } from './situation.js';

/** An offer beside a basket: its calculation and the lines it could act on. */
export interface Candidate {
  readonly offer: Offer;
  readonly kind: Kind;
  readonly calculation: Calculation;
  readonly lane: number;
  readonly level: Level;
  /** Lines in scope, in line order. */
  readonly lines: readonly Line[];
  /** Lines of which it may give; the lines in scope when its kind names no second scope. */
  readonly giftLines: readonly Line[];
  readonly group: string | undefined;
  readonly setting: Setting;
}

/** @throws RangeError for a kind or rule version this program does not know: pricing without it would be wrong. */
export function candidateOf(offer: Offer, kinds: Kinds, situation: Situation): Candidate {
  const kind = kinds.get(offer.kind);
  const calculation = kind?.versions[offer.ruleVersion];
  if (!kind || !calculation) throw new RangeError(`no calculation of ${offer.kind} in version ${offer.ruleVersion}`);
  const { purchase, basket, facts } = situation;
  const lines = purchase.lines.filter((line) => inScope(offer.scope, line));
  const giftScope = kind.giftScope?.(offer.benefit);
  const level = offer.level ?? kind.definition.level;
  return {
    offer,
    kind,
    calculation,
    lane: laneOf(offer, kind.definition),
    level,
    lines,
    giftLines: giftScope ? purchase.lines.filter((line) => inScope(giftScope, line)) : lines,
    group: offer.stacking?.group,
    setting: {
      level,
      policies: facts.policies,
      buyer: basket.buyer,
      remaining: facts.remaining?.[offer.id],
      cap: offer.cap,
      delivery: basket.delivery,
    },
  };
}

export function compareCandidates(a: Candidate, b: Candidate): number {
  return compareOffers(a.offer, a.lane, b.offer, b.lane);
}

/** Whether a use of it is scarce: some of its allowance is known, or it covers so many pieces and no more. */
export function isLimited({ offer, kind, setting }: Candidate): boolean {
  return setting.remaining !== undefined || kind.isLimited?.(offer.benefit) === true;
}
