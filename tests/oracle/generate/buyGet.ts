import type { Amount, Promotion } from '../goldenCase.js';
import type { Body } from './benefits.js';
import { someScope } from './conditions.js';
import type { Dice } from './dice.js';
import type { Terrain } from './terrain.js';

type Benefit = Extract<Promotion, { kind: 'buy-x-get-y' }>['benefit'];

export function buyGet(dice: Dice, terrain: Terrain): Body {
  const kind = 'buy-x-get-y';
  if (dice.chance(15)) return gifts(dice, terrain);
  const isWeight = terrain.grams > 0 && (terrain.pieces === 0 || dice.chance(35));
  const buy = isWeight ? grams(dice) : { quantity: dice.between(1, 3) };
  const common = {
    repeat: dice.chance(65),
    ...dice.maybe(25, () => ({ maxFree: isWeight ? dice.between(100, 2_000) : dice.between(1, 5) })),
  };
  if (dice.chance(25)) {
    // A price of its own is the stated value; without one the gift counts nothing in the search.
    const unitPrice = dice.maybe(80, () => ({ unitPrice: dice.between(1, 500) }));
    const get = {
      ...(dice.chance(30) ? grams(dice) : { quantity: dice.between(1, 2) }),
      placement: 'added',
      sku: 'GIFT',
      ...unitPrice,
    } as const;
    return { kind, benefit: { ...common, buy, get } };
  }
  const size: Amount = isWeight ? grams(dice) : { quantity: dice.between(1, 3) };
  const scope = dice.maybe(40, () => ({ scope: someScope(dice, terrain) }));
  return { kind, benefit: { ...common, buy, get: { ...size, placement: 'in-basket', ...scope } } };
}

/** A ladder of added gifts; one without `sku` gives more of the good bought, so it is held to one good. */
function gifts(dice: Dice, terrain: Terrain): Body {
  const buys = [...new Set(Array.from({ length: dice.between(1, 3) }, () => dice.between(1, terrain.pieces + 1)))];
  const ladder = buys.sort((a, b) => a - b).map((buy, step) => ({ buy, get: step + dice.between(1, 2) }));
  const benefit: Benefit = { ladder, placement: 'added', ...(dice.chance(60) ? { repeat: 'greedy' } : {}) };
  const good = terrain.lines[0]?.golden.sku;
  if (good === undefined || dice.chance(60))
    return { kind: 'buy-x-get-y', benefit: { ...benefit, sku: 'GIFT', unitPrice: dice.between(1, 500) } };
  return { kind: 'buy-x-get-y', scope: { skus: [good] }, benefit };
}

function grams(dice: Dice): { grams: number } {
  return { grams: dice.pick([100, 250, 500, 500, 1_000, 2_500, 333]) };
}
