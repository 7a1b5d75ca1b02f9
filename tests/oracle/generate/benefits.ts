import type { Promotion } from '../goldenCase.js';
import { buyGet } from './buyGet.js';
import type { Dice } from './dice.js';
import type { Terrain } from './terrain.js';
import { amountOff, near, rate } from './terrain.js';

/** Kind, benefit and what depends on them: a level where one may be chosen, a scope where the kind needs a certain one. */
export type Body = Pick<Promotion, 'kind' | 'benefit' | 'level' | 'scope'>;

export type Kind = Promotion['kind'];

export function bodyOf(dice: Dice, terrain: Terrain, kind: Kind): Body {
  const whole = terrain.subtotal;
  const unit = dice.pick(terrain.lines.length > 0 ? terrain.lines.map(({ golden }) => golden.unitPrice) : [100]);
  switch (kind) {
    case 'spend-threshold':
      return { kind, benefit: spend(dice, whole) };
    case 'fixed-amount':
      return fixed(dice, whole, unit);
    case 'percentage':
      return percentage(dice, terrain);
    case 'flash-sale':
    case 'member-price':
    case 'fixed-price':
      return {
        kind,
        benefit: { price: price(dice, unit), ...dice.maybe(25, () => ({ limit: limit(dice, terrain) })) },
      };
    case 'nth-item':
      return nth(dice, terrain);
    case 'buy-x-get-y':
      return buyGet(dice, terrain);
    case 'quantity-group':
      return { kind, benefit: { groupSize: dice.between(2, 5), amountOffEach: amountOff(dice, Math.ceil(unit / 2)) } };
    case 'unit-ladder': {
      const maxUnits = dice.maybe(35, () => ({ maxUnits: dice.between(1, 5) }));
      return { kind, benefit: { firstOff: dice.between(0, unit), furtherOff: amountOff(dice, unit), ...maxUnits } };
    }
    case 'points':
      return {
        kind,
        benefit: {
          fenPerPoint: dice.pick([1, 1, 2, 7, 100]),
          ...dice.maybe(30, () => ({ maxPoints: dice.between(1, 500) })),
        },
      };
    case 'free-shipping':
      return { kind };
  }
}

function spend(dice: Dice, whole: number): Extract<Promotion, { kind: 'spend-threshold' }>['benefit'] {
  if (dice.chance(30)) {
    const every = Math.max(1, Math.ceil(near(dice, whole) / dice.between(1, 5)));
    return {
      every,
      amountOff: amountOff(dice, Math.ceil(every / 3)),
      ...dice.maybe(40, () => ({ maxRepeats: dice.between(1, 4) })),
    };
  }
  const froms = new Set(
    Array.from({ length: dice.between(1, 3) }, () => near(dice, Math.ceil(whole / dice.pick([1, 1, 2, 4])))),
  );
  const isGreedy = dice.chance(35);
  // A step from 0 fits no greedy repetition.
  if (!isGreedy && dice.chance(10)) froms.add(0);
  const ladder = risingTogether([...froms], () => amountOff(dice, Math.ceil(whole / 8))).map(([from, amountOff]) => ({
    from,
    amountOff,
  }));
  return {
    ladder: dice.chance(80) ? ladder : dice.shuffled(ladder),
    ...(isGreedy ? { repeat: 'greedy' } : {}),
  };
}

function fixed(dice: Dice, whole: number, unit: number): Body {
  const level = dice.weighted([
    ['order', 5],
    ['line', 2],
    ['unit', 3],
  ] as const);
  if (level !== 'unit') return { kind: 'fixed-amount', level, benefit: { amountOff: amountOff(dice, whole) } };
  const maxUnits = dice.maybe(40, () => ({ maxUnits: dice.between(1, 4) }));
  return { kind: 'fixed-amount', level, benefit: { amountOff: amountOff(dice, unit), ...maxUnits } };
}

function percentage(dice: Dice, terrain: Terrain): Body {
  const level = dice.pick(['order', 'line', 'unit'] as const);
  const maxUnits = level === 'order' ? {} : dice.maybe(20, () => ({ maxUnits: dice.between(1, 4) }));
  if (!dice.chance(20)) return { kind: 'percentage', level, benefit: { percentOffBp: rate(dice), ...maxUnits } };
  const froms = [...new Set(Array.from({ length: dice.between(1, 3) }, () => dice.between(0, terrain.pieces + 2)))];
  return {
    kind: 'percentage',
    level,
    benefit: {
      ladder: risingTogether(froms, () => rate(dice)).map(([fromQuantity, percentOffBp]) => ({
        fromQuantity,
        percentOffBp,
      })),
    },
  };
}

/** Steps that ask more and give more: others are refused when a promotion is drafted. */
function risingTogether(asks: readonly number[], gives: () => number): [number, number][] {
  const rising = (numbers: Iterable<number>) => [...new Set(numbers)].sort((a, b) => a - b);
  const amounts = rising(asks.map(gives));
  return rising(asks)
    .slice(0, amounts.length)
    .map((ask, at) => [ask, amounts[at] ?? 0]);
}

function price(dice: Dice, unit: number): number {
  return dice.chance(85) ? dice.between(Math.floor(unit / 3), unit) : Math.min(unit + dice.between(0, 20), 100_000_000);
}

function limit(dice: Dice, terrain: Terrain): { quantity: number } | { grams: number } {
  const isWeight = terrain.grams > 0 && (terrain.pieces === 0 || dice.chance(40));
  return isWeight ? { grams: dice.between(1, terrain.grams + 100) } : { quantity: dice.between(1, terrain.pieces + 1) };
}

function nth(dice: Dice, terrain: Terrain): Body {
  const weighed = terrain.lines.filter(({ golden }) => golden.grams !== undefined).map(({ golden }) => golden.sku);
  const onlyWeighed = weighed.filter((sku) =>
    terrain.lines.every(({ golden }) => golden.sku !== sku || golden.grams !== undefined),
  );
  const benefit = { nth: dice.between(2, 4), percentOffBp: rate(dice) };
  if (onlyWeighed.length === 0 || !dice.chance(40)) return { kind: 'nth-item', benefit };
  // Blocks of grams and pieces are not mixed in one promotion: the texts do not say how they would count together.
  const unitGrams = dice.pick([250, 500, 500, 333]);
  return {
    kind: 'nth-item',
    scope: { skus: dice.some([...new Set(onlyWeighed)]) },
    benefit: { ...benefit, unitGrams },
  };
}
