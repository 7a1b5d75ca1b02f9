import { describe, expect, test } from '@jest/globals';
import type { GoldenLine, GoldenQuoteInput, Promotion } from './goldenCase.js';
import { mostFree } from './kinds/mostFree.js';
import { oraclePrice } from './oraclePrice.js';

/** Figures reckoned by hand for what the golden cases do not hold. */
const apples: GoldenLine = { id: 'a', sku: 'A', unitPrice: 1000, quantity: 3 };
const cherries: GoldenLine = { id: 'b', sku: 'B', unitPrice: 600, grams: 1250 };

function quote(lines: GoldenLine[], promotions: Promotion[], policy: GoldenQuoteInput['policy'] = {}) {
  return oraclePrice({ lines, promotions, policy });
}

describe('a price with a limit', () => {
  test('covers the first pieces in line order, the rest is priced without it', () => {
    const flash: Promotion = { id: 'f', kind: 'flash-sale', benefit: { price: 400, limit: { quantity: 4 } } };
    const more: GoldenLine = { ...apples, id: 'b', unitPrice: 900 };
    // 3 x (1000 - 400) on the first line, 1 x (900 - 400) on the second
    expect(quote([more, apples], [flash]).lineDiscounts).toEqual({ f: { a: 1800, b: 500 } });
  });

  test('covers the first grams: their running price less their amount at the price', () => {
    const flash: Promotion = { id: 'f', kind: 'flash-sale', benefit: { price: 401, limit: { grams: 333 } } };
    // list 1500; 1500 x 333 / 1250 = 399.6; 401 x 333 / 500 = 267.066 -> 267; 132.6 -> 133
    expect(quote([cherries], [flash]).discounts).toEqual({ f: 133 });
  });

  test('never raises a price', () => {
    const dear: Promotion = { id: 'f', kind: 'fixed-price', benefit: { price: 1001, limit: { quantity: 2 } } };
    expect(quote([apples], [dear]).notApplied).toEqual([{ promotion: 'f', reason: 'no-room' }]);
  });
});

describe('the greatest discount of the store', () => {
  const off = (id: string, amountOff: number): Promotion => ({
    id,
    kind: 'fixed-amount',
    level: 'order',
    benefit: { amountOff },
  });

  test('trims the promotion that crosses it and leaves nothing to the next', () => {
    const result = quote([apples], [off('p1', 500), off('p2', 600), off('p3', 10)], { greatestDiscountBp: 3333 });
    // floor(3000 x 33.33 %) = 999
    expect(result.discounts).toEqual({ p1: 500, p2: 499 });
    expect(result.notApplied).toEqual([{ promotion: 'p3', reason: 'no-room' }]);
  });

  test('does not count flash prices, but counts member prices', () => {
    const price = (kind: 'flash-sale' | 'member-price'): Promotion => ({
      id: 'm',
      kind,
      priority: 1,
      benefit: { price: 800 },
    });
    const policy = { greatestDiscountBp: 1000 };
    expect(quote([apples], [price('flash-sale'), off('p', 700)], policy).discounts).toEqual({ m: 600, p: 300 });
    expect(quote([apples], [price('member-price'), off('p', 700)], policy).discounts).toEqual({ m: 300 });
  });

  test('is taken off a line promotion by largest remainder', () => {
    const lines = [apples, { ...apples, id: 'b' }, { ...apples, id: 'c' }];
    const half: Promotion = { id: 'p', kind: 'percentage', level: 'line', benefit: { percentOffBp: 5000 } };
    // 1500 a line, 4500 in all; the limit is floor(9000 x 11.11 %) = 999
    expect(quote(lines, [half], { greatestDiscountBp: 1111 }).lineDiscounts).toEqual({ p: { a: 333, b: 333, c: 333 } });
  });
});

test('the most that can be free is what trying every number of rounds finds', () => {
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, at) => BigInt(at));
  for (const both of upTo(7))
    for (const onlyBuys of upTo(5))
      for (const onlyGiven of upTo(5)) {
        for (const sizes of [
          { buy: 1n, get: 1n },
          { buy: 2n, get: 1n },
          { buy: 1n, get: 3n },
          { buy: 3n, get: 2n },
        ]) {
          for (const partGift of [false, true])
            for (const repeat of [false, true]) {
              let most = 0n;
              for (const rounds of upTo(repeat ? 12 : 1)) {
                const left = both + onlyBuys - rounds * sizes.buy;
                if (left < 0n) continue;
                const givable = onlyGiven + (left < both ? left : both);
                const promised = rounds * sizes.get;
                const available = partGift ? givable : givable - (givable % sizes.get);
                const free = promised < available ? promised : available;
                if (free > most) most = free;
              }
              const pools = { both, onlyBuys, onlyGiven };
              expect(mostFree(pools, sizes, { repeat, partGift, maxFree: undefined }).free).toBe(most);
            }
        }
      }
});
