import { expect, test } from '@jest/globals';
import type { ProductEvent } from '../../../src/domain/product/events.js';
import { latestProduct, productAt } from '../../../src/domain/product/state.js';
import { productAggregate } from '../../../src/domain/product/stream.js';
import { folded, type Past } from '../../deciderSpecification.js';
import { categorised, delisted, floorSet, listed, renamed, repriced } from './sampleProduct.js';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const on = (n: number, event: ProductEvent): Past<ProductEvent> => ({ ...event, recordedAt: day(n) });
const stateOf = (...past: readonly Past<ProductEvent>[]) => folded(productAggregate, past);

test('a product is known from when it was listed and priced', () => {
  const state = stateOf(on(2, listed()), on(3, repriced(1_280)));
  expect([1, 2, 3].map((n) => productAt(state, day(n))?.unitPrice)).toEqual([undefined, undefined, 1_280]);
});

test('at an instant holds the price with the latest effectiveFrom, then the one recorded last', () => {
  const state = stateOf(
    on(1, listed()),
    on(1, repriced(100)),
    on(2, { ...repriced(200), effectiveFrom: day(10) }),
    on(3, { ...repriced(300), effectiveFrom: day(5) }),
    on(4, { ...repriced(400), effectiveFrom: day(10) }),
    on(12, { ...repriced(500), effectiveFrom: day(7) }),
  );
  expect([1, 4, 5, 6, 7, 9, 10, 20].map((n) => productAt(state, day(n))?.unitPrice)).toEqual([
    100, 100, 300, 300, 500, 500, 400, 400,
  ]);
});

test('a price holds from its very instant, and not a millisecond before', () => {
  const state = stateOf(on(1, listed()), on(1, repriced(100)), on(2, { ...repriced(200), effectiveFrom: day(5) }));
  expect(productAt(state, '2026-11-04T23:59:59.999Z')?.unitPrice).toBe(100);
  expect(productAt(state, day(5))?.unitPrice).toBe(200);
});

test('price, floor, groups and listing move independently of each other', () => {
  const state = stateOf(
    on(1, listed()),
    on(1, repriced(1_280, 1_580)),
    on(2, floorSet(900)),
    on(3, categorised(['apple'], ['local'])),
    on(4, floorSet(null)),
    on(5, delisted),
  );
  expect(productAt(state, day(3))).toEqual({
    name: '烟台红富士',
    soldBy: 'weight',
    listed: true,
    unitPrice: 1_280,
    originalPrice: 1_580,
    floorPrice: 900,
    categories: ['apple'],
    tags: ['local'],
  });
  expect(productAt(state, day(1))).toMatchObject({ floorPrice: null, categories: [], tags: [] });
  expect(productAt(state, day(5))).toMatchObject({ listed: false, floorPrice: null, categories: ['apple'] });
});

test('a new name is its name at all times: the receipt of yesterday reads as today', () => {
  const state = stateOf(on(1, listed('旧名')), on(1, repriced(1)), on(5, renamed('新名')));
  expect([productAt(state, day(1))?.name, latestProduct(state)?.name]).toEqual(['新名', '新名']);
});
