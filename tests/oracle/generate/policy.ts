import type { GoldenPolicy } from '../goldenCase.js';
import type { Dice } from './dice.js';

const switches: Readonly<Record<string, readonly (string | boolean)[]>> = {
  percentBase: ['running', 'original'],
  thresholdBase: ['running', 'original'],
  productBase: ['currentPrice', 'originalPrice'],
  exclusiveChoice: ['priority', 'most-valuable'],
  groupPick: ['best', 'priority'],
  groupScope: ['order', 'order', 'line'],
  giftChoice: ['cheapest', 'dearest'],
  partGift: [false, true],
  partUnits: ['whole', 'prorate'],
};

/** Every switch is named in half of the cases, so that defaults are tried as well. */
export function somePolicy(dice: Dice, selection: string): GoldenPolicy {
  const named = Object.entries(switches).flatMap(([name, values]) =>
    dice.chance(50) ? [[name, dice.pick(values)]] : [],
  );
  return {
    selection,
    ...Object.fromEntries(named),
    ...dice.maybe(15, () => ({ greatestDiscountBp: dice.pick([0, 500, 1_000, 2_500, 5_000, 3_333, 10_000]) })),
  };
}
