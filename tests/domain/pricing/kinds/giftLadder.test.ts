import { describe, expect, test } from '@jest/globals';
import { price } from '../../../../src/domain/pricing/price.js';
import { anOffer, basketOf, factsOf } from '../given.js';

const twoForTwo = [{ buy: 2, get: 2 }];

/** How many of so many apples are free, by a ladder of gifts among them. */
function free(apples: number, ladder: readonly object[], of: object = {}, partGift = true): number {
  const basket = basketOf([{ id: 'a', unitPrice: 100, quantity: apples }]);
  const offer = anOffer({ kind: 'buy-x-get-y', benefit: { ladder, placement: 'in-basket', ...of } });
  return price(basket, [offer], factsOf({ partGift })).discount / 100;
}

describe('of a ladder of gifts among the goods', () => {
  test.each([
    [4, 2],
    [3, 1],
    [2, 0],
  ])('the last step is given in part, where the shop gives parts: of %i apples %i', (apples, gifts) => {
    expect(free(apples, twoForTwo)).toBe(gifts);
  });

  test('the last step is given whole or not at all, where it does not', () => {
    expect(free(3, twoForTwo, {}, false)).toBe(0);
  });

  test('no part is given beside a whole step, unless the ladder repeats', () => {
    expect(free(7, twoForTwo)).toBe(2);
    expect(free(7, twoForTwo, { repeat: 'greedy' })).toBe(3);
  });

  test('the part is of the step that gives most of it', () => {
    const steps = [
      { buy: 2, get: 3 },
      { buy: 3, get: 4 },
    ];
    expect(free(4, steps)).toBe(2);
  });

  test('no more is given than the offer allows', () => {
    expect(free(4, twoForTwo, { maxFree: 1 })).toBe(1);
    expect(free(4, twoForTwo, { maxFree: 9 })).toBe(2);
  });
});

describe('of a ladder of gifts that are added', () => {
  test.each([
    [1, 1],
    [9, 2],
  ])('no more than %i are given', (maxFree, gifts) => {
    const basket = basketOf([{ id: 'a', unitPrice: 100, quantity: 4 }]);
    const benefit = { ladder: [{ buy: 4, get: 2 }], placement: 'added', sku: 'FIG', maxFree };
    expect(price(basket, [anOffer({ kind: 'buy-x-get-y', benefit })], factsOf()).gifts).toMatchObject([
      { sku: 'FIG', quantity: gifts },
    ]);
  });
});
