import { compareIds } from '../kernel/ids.js';
import type { Calculation } from './calculation.js';
import type { Kind } from './kinds/defineKind.js';
import type { Kinds } from './kinds/registry.js';
import { laneOf } from './laneOf.js';
import type { Level, Offer, Scope } from './offer.js';

/** An offer with everything looked up that does not depend on a basket. */
export interface CompiledOffer {
  readonly offer: Offer;
  readonly kind: Kind;
  readonly calculation: Calculation;
  readonly lane: number;
  readonly priority: number;
  readonly level: Level;
  readonly group: string | undefined;
  readonly except: Scope['except'];
  readonly giftScope: Scope | undefined;
  /** Whether anything but the goods can keep it from applying. */
  readonly isRestricted: boolean;
}

/** @throws RangeError for a kind or rule version this program does not know: pricing without it would be wrong. */
export function compileOffer(offer: Offer, kinds: Kinds): CompiledOffer {
  const kind = kinds.get(offer.kind);
  const calculation = kind?.versions[offer.ruleVersion];
  if (!kind || !calculation) throw new RangeError(`no calculation of ${offer.kind} in version ${offer.ruleVersion}`);
  const { schedule, channels, orderModes, audience, coupon, stacking } = offer;
  return {
    offer,
    kind,
    calculation,
    lane: laneOf(offer, kind.definition),
    priority: stacking?.priority ?? 0,
    level: offer.level ?? kind.definition.level,
    group: stacking?.group,
    except: offer.scope.except,
    giftScope: kind.giftScope?.(offer.benefit),
    isRestricted: [schedule, channels, orderModes, audience, coupon].some(Boolean) || kind.spendsPoints,
  };
}

/** Lane, then larger priority, then id. */
export function compareCompiled(a: CompiledOffer, b: CompiledOffer): number {
  return a.lane - b.lane || b.priority - a.priority || compareIds(a.offer.id, b.offer.id);
}
