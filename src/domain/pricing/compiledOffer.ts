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
export function compileOffer(described: Offer, kinds: Kinds): CompiledOffer {
  const kind = kinds.get(described.kind);
  const calculation = kind?.versions[described.ruleVersion];
  if (!kind || !calculation)
    throw new RangeError(`no calculation of ${described.kind} in version ${described.ruleVersion}`);
  const offer = inOneShape(described);
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

/** With every field written, in one order: the runtime reads a field at its place rather than looking for it. */
function inOneShape(offer: Offer): Offer {
  return {
    id: offer.id,
    ruleVersion: offer.ruleVersion,
    kind: offer.kind,
    benefit: offer.benefit,
    scope: offer.scope,
    level: offer.level,
    when: offer.when,
    audience: offer.audience,
    channels: offer.channels,
    orderModes: offer.orderModes,
    schedule: offer.schedule,
    stacking: offer.stacking && {
      lane: offer.stacking.lane,
      priority: offer.stacking.priority,
      exclusive: offer.stacking.exclusive,
      stopAfter: offer.stacking.stopAfter,
      group: offer.stacking.group,
    },
    cap: offer.cap,
    coupon: offer.coupon,
    alsoGives: offer.alsoGives,
    limits: offer.limits,
  } as Offer;
}

/** Lane, then larger priority, then id. */
export function compareCompiled(a: CompiledOffer, b: CompiledOffer): number {
  return a.lane - b.lane || b.priority - a.priority || compareIds(a.offer.id, b.offer.id);
}
