import type { Calculation } from '../../calculation.js';
import { addedByBundle, addedByLadder } from './added.js';
import type { BuyXGetY, GiftLadder } from './definition.js';
import { freeByBundle, freeByLadder, mostFree } from './inBasket.js';
import { unitsOf } from './unitsOf.js';

/** Buy some, get some free: among the lines, or as a product added to them. */
export const calculation1: Calculation<BuyXGetY> = {
  calculate(benefit, goods, setting) {
    if ('ladder' in benefit) {
      return benefit.placement === 'added' ? addedByLadder(benefit, goods) : freeByLadder(benefit, goods, setting);
    }
    return benefit.get.placement === 'added'
      ? addedByBundle(benefit, goods, setting)
      : freeByBundle(benefit, goods, setting);
  },
  // Offers that come first may change which pieces are the cheapest, and close or empty the lines of those.
  atMost(benefit, goods, setting) {
    if (goods.lines.length === 1 && goods.giftLines === goods.lines) return undefined;
    const result = this.calculate(benefit, goods, setting);
    if (result.gives === 'added') {
      const gifts = 'ladder' in benefit ? mostAdded(benefit, unitsOf(goods.lines)) : (result.value ?? 0);
      return { discount: 0, gifts };
    }
    return { discount: result.gives === 'parts' ? mostFree(result, goods) : 0, gifts: 0 };
  },
};

// A ladder whose steps do not keep their rate gives more for fewer bought: take the best rate for all of it.
function mostAdded({ ladder, unitPrice }: GiftLadder, bought: number): number {
  const pieces = Math.max(...ladder.map(({ buy, get }) => Math.floor((bought / buy) * get) + 1));
  return (unitPrice ?? 0) * pieces;
}
