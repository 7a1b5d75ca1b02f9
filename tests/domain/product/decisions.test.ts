import { describe, test } from '@jest/globals';
import type { Instant } from '../../../src/domain/kernel/instant.js';
import { categorise, delist, reprice, setFloor } from '../../../src/domain/product/decisions.js';
import type { Product } from '../../../src/domain/product/state.js';
import { productAggregate } from '../../../src/domain/product/stream.js';
import { deciderSpecification } from '../../deciderSpecification.js';
import { asDescribed, categorised, delisted, floorSet, listed, repriced } from './sampleProduct.js';

const { given } = deciderSpecification(productAggregate);

const repricing = (unitPrice: number, effectiveFrom?: Instant) => (state: Product, at: Instant) =>
  reprice(state, { unitPrice }, { at, effectiveFrom });
const settingFloor = (floor: number | null, effectiveFrom?: Instant) => (state: Product, at: Instant) =>
  setFloor(state, floor, { at, effectiveFrom });
const categorising = (categories: readonly string[], effectiveFrom?: Instant) => (state: Product, at: Instant) =>
  categorise(state, { categories, tags: [] }, { at, effectiveFrom });
const delisting = (state: Product, at: Instant) => delist(state, undefined, { at });

describe('repricing', () => {
  test('sets another price', () => {
    given(...asDescribed)
      .when(repricing(1_180))
      .then(repriced(1_180));
  });

  test('to the price it has changes nothing', () => {
    given(...asDescribed, repriced(1_180))
      .when(repricing(1_180))
      .thenNothing();
  });

  test('to a former price is a change', () => {
    given(...asDescribed, repriced(1_180), repriced(980))
      .when(repricing(1_180))
      .then(repriced(1_180));
  });

  test('from an instant to come or gone by is recorded with it', () => {
    for (const effectiveFrom of ['2026-12-01T00:00:00.000Z', '2026-11-10T00:00:00.000Z']) {
      given(...asDescribed)
        .when(repricing(1_180, effectiveFrom))
        .then({ ...repriced(1_180), effectiveFrom });
    }
  });

  test('now to a price that is to come only later is a change', () => {
    given(...asDescribed, { ...repriced(1_180), effectiveFrom: '2026-12-01T00:00:00.000Z' })
      .when(repricing(1_180))
      .then(repriced(1_180));
  });

  test('from an instant to the price planned for then changes nothing', () => {
    given(...asDescribed, { ...repriced(1_180), effectiveFrom: '2026-12-01T00:00:00.000Z' })
      .when(repricing(1_180, '2026-12-24T00:00:00.000Z'))
      .thenNothing();
  });
});

describe('setting the floor', () => {
  test('sets, moves and takes it away', () => {
    given(listed(), repriced(1_280)).when(settingFloor(900)).then(floorSet(900));
    given(...asDescribed)
      .when(settingFloor(800))
      .then(floorSet(800));
    given(...asDescribed)
      .when(settingFloor(null))
      .then(floorSet(null));
  });

  test('to what it is changes nothing', () => {
    given(...asDescribed)
      .when(settingFloor(900))
      .thenNothing();
    given(listed(), repriced(1_280)).when(settingFloor(null)).thenNothing();
    given(...asDescribed, floorSet(null))
      .when(settingFloor(null))
      .thenNothing();
  });

  test('to 0 is a floor, not none', () => {
    given(listed(), repriced(1_280)).when(settingFloor(0)).then(floorSet(0));
    given(...asDescribed, floorSet(null))
      .when(settingFloor(0))
      .then(floorSet(0));
  });

  test('back-dated is recorded with its instant', () => {
    const effectiveFrom = '2026-11-10T00:00:00.000Z';
    given(...asDescribed)
      .when(settingFloor(850, effectiveFrom))
      .then({ ...floorSet(850), effectiveFrom });
  });
});

describe('categorising', () => {
  test('replaces categories and tags', () => {
    given(...asDescribed)
      .when(categorising(['apple', 'gift']))
      .then(categorised(['apple', 'gift']));
  });

  test('as it is changes nothing', () => {
    given(...asDescribed, categorised([]))
      .when(categorising([]))
      .thenNothing();
  });
});

describe('delisting', () => {
  test('takes it off sale, with a reason if there is one', () => {
    given(...asDescribed)
      .when(delisting)
      .then(delisted);
    given(...asDescribed)
      .when((state, at) => delist(state, '下季', { at }))
      .then({ type: 'product-delisted', data: { reason: '下季' } });
  });

  test('again changes nothing', () => {
    given(...asDescribed, delisted)
      .when(delisting)
      .thenNothing();
  });

  test('one listed again takes it off again', () => {
    given(...asDescribed, delisted, listed())
      .when(delisting)
      .then(delisted);
  });
});

describe('a product that was never listed', () => {
  test.each(
    Object.entries({
      repricing: repricing(1),
      settingFloor: settingFloor(1),
      categorising: categorising([]),
      delisting,
    }),
  )('%s refuses it', (_, decide) => {
    given().when(decide).thenRejected('PRODUCT_UNKNOWN');
  });
});
