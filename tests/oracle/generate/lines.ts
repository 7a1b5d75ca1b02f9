import type { GoldenLine } from '../goldenCase.js';
import type { Dice } from './dice.js';

/** How large the numbers of a case are: tiny ones make rounding and ties bite, huge ones stand at the bounds. */
export type Scale = 'tiny' | 'small' | 'usual' | 'huge';

export const categories = ['fruit', 'veg', 'nut'];
export const tags = ['new', 'imported', 'fragile'];
const skus = ['APPLE', 'BEET', 'CHERRY', 'DATE', 'ELDER', 'FIG'];
/** Ids of different lengths: shorter ones go first, whatever their letters. */
const ids = ['a', 'b', 'c', 'aa', 'ab', 'l2', 'l10', 'z'];

const greatestPrice = { tiny: 12, small: 300, usual: 20_000, huge: 100_000_000 } as const;
const greatestPieces = { tiny: 6, small: 12, usual: 9, huge: 100_000 } as const;
const greatestGrams = { tiny: 3_000, small: 6_000, usual: 8_000, huge: 10_000_000 } as const;
export const greatestBasket = 100_000_000_000;

export function someLines(dice: Dice, scale: Scale): GoldenLine[] {
  const names = dice.shuffled(ids).slice(0, dice.between(1, 6));
  const lines = names.map((id) => line(dice, scale, id, Math.floor(greatestBasket / names.length)));
  // A basket with nothing selected is rare but lawful.
  return lines.some(({ selected }) => selected !== false) || dice.chance(3) ? lines : lines.map(selectedAgain);
}

function line(dice: Dice, scale: Scale, id: string, greatestAmount: number): GoldenLine {
  const unitPrice =
    scale === 'huge' ? dice.acrossScales(1_000, greatestPrice.huge) : dice.between(1, greatestPrice[scale]);
  return {
    id,
    sku: dice.pick(skus),
    ...dice.maybe(85, () => ({ category: dice.pick(categories) })),
    ...dice.maybe(35, () => ({ tags: dice.some(tags) })),
    unitPrice,
    ...(dice.chance(35)
      ? weight(dice, scale, unitPrice, greatestAmount)
      : pieces(dice, scale, unitPrice, greatestAmount)),
    ...dice.maybe(40, () => ({ floorPrice: floorPrice(dice, unitPrice) })),
    ...dice.maybe(25, () => ({
      originalPrice: dice.between(Math.ceil(unitPrice * 0.9), Math.min(unitPrice * 2, greatestPrice.huge)),
    })),
    ...dice.maybe(8, () => ({ selected: false })),
  };
}

function pieces(dice: Dice, scale: Scale, unitPrice: number, greatestAmount: number): { quantity: number } {
  const most = Math.min(greatestPieces[scale], Math.floor(greatestAmount / unitPrice));
  return { quantity: scale === 'huge' && dice.chance(50) ? most : dice.between(1, Math.min(most, 9)) };
}

function weight(
  dice: Dice,
  scale: Scale,
  unitPrice: number,
  greatestAmount: number,
): { grams: number; pieces?: number } {
  const most = Math.min(greatestGrams[scale], Math.floor((greatestAmount * 500) / unitPrice));
  const grams = scale === 'huge' && dice.chance(50) ? most : dice.between(1, Math.min(most, 8_000));
  // Round weights meet block sizes and thresholds exactly; odd ones do not.
  const rounded = dice.chance(50) ? Math.max(250, Math.floor(grams / 250) * 250) : grams;
  return { grams: Math.min(most, rounded), ...dice.maybe(45, () => ({ pieces: dice.between(1, 4) })) };
}

function floorPrice(dice: Dice, unitPrice: number): number {
  return dice.weighted<() => number>([
    [() => 0, 1],
    [() => unitPrice, 2],
    [() => dice.between(0, unitPrice), 8],
    [() => Math.max(0, unitPrice - dice.between(1, 3)), 3],
    [() => Math.min(unitPrice + 1, greatestPrice.huge), 1],
  ])();
}

function selectedAgain({ selected: _, ...rest }: GoldenLine): GoldenLine {
  return rest;
}
