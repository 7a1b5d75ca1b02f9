import type { GoldenPolicy, GoldenQuoteInput, Promotion } from '../goldenCase.js';
import type { Kind } from './benefits.js';
import { bodyOf } from './benefits.js';
import { someScope, someWhen } from './conditions.js';
import type { Dice } from './dice.js';
import type { Terrain } from './terrain.js';
import { amountOff } from './terrain.js';

/** How likely each trait is, in percent. Rivals meet each other far more often. */
export interface Temper {
  readonly kinds: readonly (readonly [Kind, number])[];
  readonly group: number;
  readonly exclusive: number;
  readonly stopAfter: number;
  readonly threshold: number;
  readonly facts: number;
  readonly scope: number;
  readonly lane: number;
}

export const rich: Temper = {
  kinds: [
    ['spend-threshold', 14],
    ['fixed-amount', 12],
    ['percentage', 18],
    ['flash-sale', 7],
    ['member-price', 6],
    ['fixed-price', 3],
    ['nth-item', 9],
    ['buy-x-get-y', 13],
    ['quantity-group', 6],
    ['unit-ladder', 5],
    ['points', 4],
    ['free-shipping', 4],
  ],
  group: 22,
  exclusive: 7,
  stopAfter: 8,
  threshold: 22,
  facts: 4,
  scope: 55,
  lane: 25,
};

export const rivals: Temper = {
  kinds: [
    ['spend-threshold', 22],
    ['fixed-amount', 20],
    ['percentage', 22],
    ['flash-sale', 6],
    ['member-price', 6],
    ['nth-item', 6],
    ['buy-x-get-y', 8],
    ['quantity-group', 3],
    ['points', 2],
    ['free-shipping', 6],
  ],
  group: 40,
  exclusive: 12,
  stopAfter: 10,
  threshold: 50,
  facts: 1,
  scope: 35,
  lane: 40,
};

type Facts = Pick<GoldenQuoteInput, 'at' | 'customer' | 'channel' | 'orderMode'> & { readonly policy: GoldenPolicy };

export function somePromotion(dice: Dice, temper: Temper, terrain: Terrain, facts: Facts, id: string): Promotion {
  const body = bodyOf(dice, terrain, dice.weighted(temper.kinds));
  const when = someWhen(dice, terrain, facts, temper);
  const terms = {
    id,
    ...body,
    ...(body.scope === undefined ? dice.maybe(temper.scope, () => ({ scope: someScope(dice, terrain) })) : {}),
    ...dice.maybe(70, () => ({ priority: dice.between(0, 3) })),
    ...dice.maybe(temper.lane, () => ({ lane: dice.between(0, 3) })),
    ...(body.kind === 'free-shipping' ? {} : dice.maybe(20, () => ({ cap: amountOff(dice, terrain.subtotal) }))),
    ...exclusivity(dice, temper),
    ...dice.maybe(temper.stopAfter, () => ({ stopAfter: true })),
    ...dice.maybe(temper.group, () => ({ group: dice.pick(['g', 'h', 'k']) })),
    ...(Object.keys(when).length > 0 ? { when } : {}),
    ...dice.maybe(1, () => ({ enabled: false })),
    ...dice.maybe(15, () => ({ coupon: true })),
    ...dice.maybe(6, () => ({ alsoGives: { points: dice.between(1, 200) } })),
  };
  // Kind and benefit come from one body, which the spread hides from the type.
  const promotion = terms as Promotion;
  return isForbiddenInLineGroup(promotion, facts.policy) ? withoutGroup(promotion) : promotion;
}

function exclusivity(dice: Dice, temper: Temper): Pick<Promotion, 'exclusive' | 'exclusiveScope'> {
  if (!dice.chance(temper.exclusive)) return {};
  return { exclusive: true, ...dice.maybe(50, () => ({ exclusiveScope: 'line' as const })) };
}

/** A pick for each line is told for prices and amounts of single lines only; other members would be guesswork. */
function isForbiddenInLineGroup(promotion: Promotion, policy: GoldenPolicy): boolean {
  if (promotion.group === undefined || policy.groupScope !== 'line') return false;
  const isPrice = ['flash-sale', 'member-price', 'fixed-price'].includes(promotion.kind);
  const isPlainPrice = isPrice && promotion.benefit !== undefined && !('limit' in promotion.benefit);
  const isAmount = ['percentage', 'fixed-amount'].includes(promotion.kind) && promotion.level !== 'order';
  const isOfLines = isPlainPrice || isAmount || promotion.kind === 'unit-ladder';
  return !isOfLines || promotion.cap !== undefined || promotion.alsoGives !== undefined;
}

function withoutGroup({ group: _, ...rest }: Promotion): Promotion {
  return rest as Promotion;
}
