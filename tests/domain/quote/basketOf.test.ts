import { describe, expect, test } from '@jest/globals';
import { Rejection } from '../../../src/domain/kernel/rejection.js';
import type { Fault } from '../../../src/domain/pricing/kind.js';
import type { ProductAt } from '../../../src/domain/product/state.js';
import { basketOf, listAmount } from '../../../src/domain/quote/basketOf.js';
import type { QuoteRequest } from '../../../src/domain/quote/request.js';

const product = (given: Partial<ProductAt>): ProductAt => ({
  name: '红富士',
  soldBy: 'weight',
  listed: true,
  unitPrice: 1_280,
  categories: ['apple'],
  tags: [],
  floorPrice: null,
  ...given,
});
const CATALOGUE: Readonly<Record<string, ProductAt>> = {
  fuji: product({}),
  floored: product({ floorPrice: 900, originalPrice: 1_580 }),
  kiwi: product({ soldBy: 'piece', unitPrice: 250 }),
  gone: product({ listed: false }),
  gold_bar: product({ soldBy: 'piece', unitPrice: 100_000_000 }),
};
const KNOWN = { product: (sku: string) => CATALOGUE[sku], tier: null };

const priced = (request: QuoteRequest, tier: string | null = null) => basketOf(request, { ...KNOWN, tier });
const faultsOf = (request: QuoteRequest): readonly Fault[] => {
  try {
    priced(request);
    return [];
  } catch (error) {
    if (error instanceof Rejection && error.code === 'BASKET_INVALID') return error.facts['errors'] as Fault[];
    throw error;
  }
};

describe('the basket of a request', () => {
  test('has prices, floors and groups of the catalogue', () => {
    const { lines } = priced({ lines: [{ id: '1', sku: 'floored', grams: 750, pieces: 3 }] });
    expect(lines).toStrictEqual([
      {
        id: '1',
        sku: 'floored',
        grams: 750,
        pieces: 3,
        unitPrice: 1_280,
        originalPrice: 1_580,
        floorPrice: 900,
        categories: ['apple'],
        tags: [],
      },
    ]);
  });

  test('says nothing of a floor, former price or tier that is not there', () => {
    const { lines, buyer } = priced({ lines: [{ id: '1', sku: 'fuji', grams: 500 }] });
    expect(lines[0]).not.toHaveProperty('floorPrice');
    expect(lines[0]).not.toHaveProperty('originalPrice');
    expect(buyer).toStrictEqual({});
  });

  test('counts the order being priced after those placed and not cancelled', () => {
    const lines = [{ id: '1', sku: 'fuji', grams: 500 }];
    expect(priced({ lines, orders: { placed: 0 } }).buyer).toStrictEqual({ orderNumber: 1 });
    expect(priced({ lines, orders: { placed: 5, cancelled: 2 } }, 'gold').buyer).toStrictEqual({
      tier: 'gold',
      orderNumber: 4,
    });
  });

  test('is an ordinary order without delivery or coupons unless the request says so', () => {
    const lines = [{ id: '1', sku: 'fuji', grams: 500 }];
    expect(priced({ lines })).toMatchObject({ orderMode: 'normal', delivery: 0, coupons: [] });
    expect(priced({ lines, orderMode: 'flash', delivery: 800, coupons: ['c1'], channel: 'app' })).toMatchObject({
      orderMode: 'flash',
      delivery: 800,
      coupons: ['c1'],
      channel: 'app',
    });
  });

  test('is refused with every fault and where it is', () => {
    const lines = [
      { id: '1', sku: 'fuji', quantity: 2 },
      { id: '1', sku: 'kiwi', grams: 500 },
      { id: '3', sku: 'gone', grams: 500 },
      { id: '4', sku: 'durian', grams: 500 },
    ];
    expect(faultsOf({ lines }).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/lines/0 SOLD_BY_WEIGHT',
      '/lines/1/id LINE_ID_TAKEN',
      '/lines/1 SOLD_BY_PIECE',
      '/lines/2/sku PRODUCT_DELISTED',
      '/lines/3/sku UNKNOWN_SKU',
    ]);
  });

  test('may cost 10^11 fen, and not one more piece', () => {
    const bars = (quantity: number) => ({ lines: [{ id: '1', sku: 'gold_bar', quantity }] });
    expect(faultsOf(bars(1_000))).toEqual([]);
    expect(faultsOf(bars(1_001)).map(({ code }) => code)).toEqual(['BASKET_TOO_LARGE']);
  });
});

test.each([
  [500, 1_280],
  [250, 640],
  [1, 3],
  [125, 320],
  [10_000_000, 25_600_000],
])('%i g at 12.80 yuan a 斤 cost %i fen, rounded half up once', (grams, fen) => {
  const [line] = priced({ lines: [{ id: '1', sku: 'fuji', grams }] }).lines;
  expect(listAmount(line!)).toBe(fen);
});

test('the dearest and heaviest line is reckoned exactly', () => {
  const line = { id: '1', sku: 'x', categories: [], tags: [], unitPrice: 99_999_999, grams: 9_999_999 };
  // 99 999 999 × 9 999 999 / 500 = 1 999 999 780 000.002
  expect(listAmount(line)).toBe(1_999_999_780_000);
});
