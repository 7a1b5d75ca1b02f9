import type { KindDefinition } from './kind.js';
import { LANES, type Terms } from './offer.js';

/** The lane a promotion acts in: its own, else a coupon's, else its kind's at the level it has. */
export function laneOf(terms: Terms, definition: KindDefinition): number {
  if (terms.stacking?.lane !== undefined) return terms.stacking.lane;
  if (terms.coupon) return LANES.coupon;
  if (terms.level === undefined || terms.level === definition.level) return definition.lane;
  return terms.level === 'order' ? LANES.basket : LANES.items;
}
