import { compareIds } from '../kernel/ids.js';
import type { KindDefinition } from './kind.js';
import { LANES, type Offer, type Terms } from './offer.js';

/** The lane a promotion acts in: its own, else a coupon's, else its kind's. */
export function laneOf(terms: Terms, definition: KindDefinition): number {
  if (terms.stacking?.lane !== undefined) return terms.stacking.lane;
  if (terms.coupon) return LANES.coupon;
  if (terms.level === undefined || terms.level === definition.level) return definition.lane;
  return terms.level === 'order' ? LANES.basket : LANES.items;
}

/** Lane, then larger priority, then id. */
export function compareOffers(a: Offer, laneA: number, b: Offer, laneB: number): number {
  return laneA - laneB || (b.stacking?.priority ?? 0) - (a.stacking?.priority ?? 0) || compareIds(a.id, b.id);
}
