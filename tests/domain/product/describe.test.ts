import { describe as about, test } from '@jest/globals';
import type { Instant } from '../../../src/domain/kernel/instant.js';
import { describe, type ProductDescription } from '../../../src/domain/product/decisions.js';
import type { Product } from '../../../src/domain/product/state.js';
import { productAggregate } from '../../../src/domain/product/stream.js';
import { BEFORE, deciderSpecification } from '../../deciderSpecification.js';
import { asDescribed, categorised, delisted, floorSet, fuji, listed, renamed, repriced } from './sampleProduct.js';

const { given } = deciderSpecification(productAggregate);

const describing = (wanted: ProductDescription, effectiveFrom?: Instant) => (state: Product, at: Instant) =>
  describe(state, wanted, { at, effectiveFrom });
const from = (effectiveFrom: Instant) => asDescribed.map((event) => ({ ...event, effectiveFrom }));

about('describing a product', () => {
  test('lists a new one with all that is said of it', () => {
    given()
      .when(describing(fuji))
      .then(...asDescribed);
  });

  test('without a floor records none', () => {
    given()
      .when(describing({ ...fuji, floorPrice: null }))
      .then(listed(), repriced(1_280, 1_580), categorised(['apple'], ['local']));
  });

  test('records only what differs', () => {
    given(...asDescribed)
      .when(describing({ ...fuji, name: '红富士一级' }))
      .then(renamed('红富士一级'));
    given(...asDescribed)
      .when(describing({ ...fuji, unitPrice: 1_180 }))
      .then(repriced(1_180, 1_580));
    given(...asDescribed)
      .when(describing({ ...fuji, floorPrice: null }))
      .then(floorSet(null));
    given(...asDescribed)
      .when(describing({ ...fuji, tags: [] }))
      .then(categorised(['apple']));
  });

  test('without its former price takes that away', () => {
    const { originalPrice: _, ...wanted } = fuji;
    given(...asDescribed)
      .when(describing(wanted))
      .then(repriced(1_280));
  });

  test('as it is changes nothing', () => {
    given(...asDescribed)
      .when(describing(fuji))
      .thenNothing();
  });

  test('lists a delisted one again', () => {
    given(...asDescribed, delisted)
      .when(describing(fuji))
      .then(listed());
    given(...asDescribed, delisted)
      .when(describing({ ...fuji, name: '新红富士', unitPrice: 990 }))
      .then(listed('新红富士'), repriced(990, 1_580));
  });

  test('to be sold by another unit is refused', () => {
    given(...asDescribed)
      .when(describing({ ...fuji, soldBy: 'piece' }))
      .thenRejected('SALE_UNIT_FIXED', { soldBy: 'weight' });
  });

  test('from an instant to come lists it from then', () => {
    const opening = '2026-12-01T00:00:00.000Z';
    given()
      .when(describing(fuji, opening))
      .then(...from(opening));
  });

  test('that is listed only from an instant to come lists it now', () => {
    given(...from('2026-12-01T00:00:00.000Z'))
      .when(describing(fuji))
      .then(...asDescribed);
  });

  test('from before it was listed makes it known from then', () => {
    const before = '2026-10-01T00:00:00.000Z';
    given(...asDescribed)
      .when(describing(fuji, before))
      .then(...from(before));
  });

  test('back-dated before it was delisted does not keep it from being listed now', () => {
    given(...asDescribed, delisted, { ...listed(), effectiveFrom: BEFORE })
      .when(describing(fuji))
      .then(listed());
  });
});
