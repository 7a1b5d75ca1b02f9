import { describe, expect, test } from '@jest/globals';
import {
  freeCount,
  leftOfBoth,
  missingForOne,
  type Stock,
} from '../../../../src/domain/pricing/kinds/buy-x-get-y/freeCount.js';

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, at) => at);
const SIZES = [
  { buys: 1, gives: 1 },
  { buys: 2, gives: 1 },
  { buys: 1, gives: 3 },
  { buys: 3, gives: 2 },
];
const STOCKS: readonly Stock[] = upTo(6).flatMap((both) =>
  upTo(5).flatMap((buyOnly) => upTo(5).map((giftOnly) => ({ both, buyOnly, giftOnly }))),
);

/** Tries every number of rounds and every split of the goods that may be bought or given. */
function mostByTrying(stock: Stock, buys: number, gives: number, once: boolean, partGift: boolean): number {
  let most = 0;
  for (const rounds of upTo(once ? 1 : 12)) {
    for (const given of upTo(stock.both)) {
      if (stock.buyOnly + stock.both - given < rounds * buys) continue;
      const there = Math.min(rounds * gives, stock.giftOnly + given);
      most = Math.max(most, partGift ? there : there - (there % gives));
    }
  }
  return most;
}

describe('how much is free', () => {
  test.each([
    { once: false, partGift: false },
    { once: false, partGift: true },
    { once: true, partGift: false },
    { once: true, partGift: true },
  ])('is the most that any split of the goods allows: %o', ({ once, partGift }) => {
    for (const stock of STOCKS) {
      for (const { buys, gives } of SIZES) {
        expect({ stock, buys, gives, free: freeCount(stock, { buys, gives, once, partGift }) }).toEqual({
          stock,
          buys,
          gives,
          free: mostByTrying(stock, buys, gives, once, partGift),
        });
      }
    }
  });

  test('what is missing for a gift is the least that makes it fit', () => {
    for (const stock of STOCKS) {
      for (const { buys, gives } of SIZES) {
        const missing = missingForOne(stock, buys, gives);
        const fitsWith = (more: number) =>
          upTo(more).some((bought) => {
            const grown = { ...stock, buyOnly: stock.buyOnly + bought, giftOnly: stock.giftOnly + more - bought };
            return mostByTrying(grown, buys, gives, true, false) >= gives;
          });
        expect(fitsWith(Math.max(0, missing))).toBe(true);
        if (missing > 0) expect(fitsWith(missing - 1)).toBe(false);
      }
    }
  });

  test('of goods that may be either, those bought first come from goods that can only be bought', () => {
    expect(leftOfBoth({ buyOnly: 3, both: 4, giftOnly: 0 }, 2)).toBe(4);
    expect(leftOfBoth({ buyOnly: 3, both: 4, giftOnly: 0 }, 5)).toBe(2);
  });
});
