import { describe, expect, test } from '@jest/globals';
import type { ProductAt } from '../../../src/domain/product/state.js';
import { catalogueFaults, namedSkus } from '../../../src/domain/promotion/catalogueFaults.js';
import { catalogueWarnings } from '../../../src/domain/promotion/catalogueWarnings.js';
import type { PromotionTerms } from '../../../src/domain/promotion/events.js';

function product(changes: Partial<ProductAt> = {}): ProductAt {
  const usual = { name: 'x', soldBy: 'piece', listed: true, unitPrice: 1000, floorPrice: null } as const;
  return { ...usual, categories: ['fruit'], tags: [], ...changes };
}
const CATALOGUE = new Map([
  ['box', product()],
  ['loose', product({ soldBy: 'weight' })],
  ['gone', product({ listed: false })],
]);

function terms(benefit: unknown, changes: Partial<PromotionTerms> = {}): PromotionTerms {
  return { name: 'x', kind: 'buy-x-get-y', scope: { skus: ['box'] }, benefit, ...changes };
}
const faults = (given: PromotionTerms) => catalogueFaults(given, CATALOGUE).map(({ pointer, code }) => [pointer, code]);
const added = (gift: object) => ({ buy: { quantity: 1 }, get: { placement: 'added', ...gift } });

describe('terms against the catalogue', () => {
  test('name the goods in scope and the gift', () => {
    expect(namedSkus(terms(added({ quantity: 1, sku: 'loose' })))).toEqual(['box', 'loose']);
    expect(namedSkus(terms({ ladder: [{ buy: 1, get: 1 }], sku: 'box', placement: 'added' }))).toEqual(['box']);
  });

  test.each([
    ['a gift nobody lists', added({ quantity: 1, sku: 'nothing' }), [['/benefit/get/sku', 'UNKNOWN_GIFT']]],
    ['a gift that was delisted', added({ quantity: 1, sku: 'gone' }), [['/benefit/get/sku', 'UNKNOWN_GIFT']]],
    ['a ladder of unknown gifts', { ladder: [], sku: 'nothing' }, [['/benefit/sku', 'UNKNOWN_GIFT']]],
    ['grams of a gift sold by the piece', added({ grams: 500, sku: 'box' }), [['/benefit/get/grams', 'SOLD_BY_PIECE']]],
    [
      'pieces of a gift sold by weight',
      added({ quantity: 1, sku: 'loose' }),
      [['/benefit/get/quantity', 'SOLD_BY_WEIGHT']],
    ],
    [
      'grams bought of goods sold by the piece',
      { buy: { grams: 500 }, get: { grams: 1 } },
      [['/benefit/buy/grams', 'GRAMS_OF_PIECES']],
    ],
    [
      'a limit in grams on goods sold by the piece',
      { price: 1, limit: { grams: 1 } },
      [['/benefit/limit/grams', 'GRAMS_OF_PIECES']],
    ],
  ])('are refused for %s', (_, benefit, expected) => {
    expect(faults(terms(benefit))).toEqual(expected);
  });

  test('may count grams where at least one of the goods is weighed', () => {
    expect(faults(terms({ buy: { grams: 500 }, get: { grams: 1 } }, { scope: { skus: ['box', 'loose'] } }))).toEqual(
      [],
    );
    expect(faults(terms(added({ grams: 500, sku: 'loose' })))).toEqual([]);
  });
});

describe('warnings from the catalogue', () => {
  const warned = (given: PromotionTerms, products: readonly [string, ProductAt][], greatest?: number) =>
    catalogueWarnings(given, products, greatest).map(({ code, message }) => `${code}: ${message}`);
  const percentage = (percentOffBp: number) => terms({ percentOffBp }, { kind: 'percentage', scope: { store: true } });

  test('name goods whose floor will hold, with figures, and count the rest', () => {
    const goods = ['a', 'b', 'c', 'd'].map((sku) => [sku, product({ floorPrice: 900 })] as [string, ProductAt]);
    expect(warned(percentage(2000), goods)[0]).toContain('a to 8.00, its floor is 9.00');
    expect(warned(percentage(2000), goods)[0]).toContain('(and 1 more)');
  });

  test('stay silent at the floor itself, for goods outside the scope, and for delisted ones', () => {
    const floored = product({ floorPrice: 800 });
    expect(warned(percentage(2000), [['a', floored]])).toEqual([]);
    expect(warned(percentage(2010), [['a', floored]])).toHaveLength(1);
    expect(warned(percentage(9000), [['a', { ...floored, listed: false }]])).toEqual([]);
    const elsewhere = { ...percentage(9000), scope: { categories: ['nuts'] } };
    expect(warned(elsewhere, [['a', floored]])).toEqual([]);
  });

  test('tell of a price below the floor', () => {
    const flash = terms({ price: 700 }, { kind: 'flash-sale', scope: { store: true } });
    expect(warned(flash, [['a', product({ floorPrice: 900 })]])[0]).toMatch(/^FLOOR_WILL_HOLD: .*a to 7.00/);
  });

  test('tell when the greatest discount of the shop will trim', () => {
    expect(warned(percentage(6000), [], 5000)[0]).toMatch(/^GREATEST_DISCOUNT_WILL_TRIM: .*60 % off.*50 %/);
    expect(warned(percentage(5000), [], 5000)).toEqual([]);
    expect(warned(terms({ every: 100, amountOff: 60 }, { kind: 'spend-threshold' }), [], 5000)).toHaveLength(1);
  });
});
