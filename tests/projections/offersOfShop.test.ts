import { describe, expect, test } from '@jest/globals';
import type { Instant } from '../../src/domain/kernel/instant.js';
import type { Promotion, PromotionStatus } from '../../src/domain/promotion/state.js';
import { OffersOfShop } from '../../src/projections/pricing/offersOfShop.js';
import type { Row } from '../../src/projections/projection.js';

const JAN = '2026-01-01T00:00:00.000Z';
const FEB = '2026-02-01T00:00:00.000Z';
const MARCH = '2026-03-01T00:00:00.000Z';

function row(id: string, statuses: readonly [Instant, PromotionStatus][], amounts: readonly [Instant, number][]) {
  const document: Promotion = {
    status: statuses.map(([from, value]) => ({ from, value })),
    terms: amounts.map(([from, amountOff]) => ({
      from,
      value: { name: id, kind: 'fixed-amount', scope: { store: true }, benefit: { amountOff } },
    })),
  };
  return { stream: `promotion-s.${id}`, shop: 's', id, revision: 1, position: '1', document } satisfies Row<Promotion>;
}

const published = (id: string, amountOff = 100) =>
  row(
    id,
    [
      [JAN, 'draft'],
      [JAN, 'published'],
    ],
    [[JAN, amountOff]],
  );
const benefits = (offers: OffersOfShop, at: Instant) =>
  [...offers.at(at).index.byId.values()].map(({ offer }) => [offer.id, offer.benefit]);

describe('the offers of a shop', () => {
  test('leave out what was never published and what is paused', () => {
    const offers = new OffersOfShop();
    offers.put(row('draft', [[JAN, 'draft']], [[JAN, 1]]));
    offers.put(
      row(
        'paused',
        [
          [JAN, 'published'],
          [FEB, 'paused'],
        ],
        [[JAN, 1]],
      ),
    );
    offers.put(published('runs'));
    expect(benefits(offers, MARCH)).toEqual([['runs', { amountOff: 100 }]]);
  });

  test('are the same snapshot while nothing changes', () => {
    const offers = new OffersOfShop();
    offers.put(published('runs'));
    expect(offers.at(MARCH)).toBe(offers.at(FEB));
  });

  test('swap the snapshot whole when one changes, and keep the old one as it was', () => {
    const offers = new OffersOfShop();
    offers.put(published('a'));
    const before = offers.at(FEB);
    offers.put(published('b', 200));
    expect(benefits(offers, FEB)).toEqual([
      ['a', { amountOff: 100 }],
      ['b', { amountOff: 200 }],
    ]);
    expect([...before.byId.keys()]).toEqual(['a']);
  });

  test('change at the very instant at which announced terms take effect, and back for an earlier one', () => {
    const offers = new OffersOfShop();
    offers.put(
      row(
        'a',
        [[JAN, 'published']],
        [
          [JAN, 100],
          [FEB, 300],
        ],
      ),
    );
    expect(benefits(offers, '2026-01-31T23:59:59.999Z')).toEqual([['a', { amountOff: 100 }]]);
    expect(benefits(offers, FEB)).toEqual([['a', { amountOff: 300 }]]);
    expect(benefits(offers, JAN)).toEqual([['a', { amountOff: 100 }]]);
  });

  test('are the same whether changes come one by one or all at once', () => {
    const oneByOne = new OffersOfShop();
    const atOnce = new OffersOfShop();
    for (let i = 0; i < 40; i++) {
      oneByOne.put(published(`p${i}`, i + 1));
      oneByOne.at(FEB);
      atOnce.put(published(`p${i}`, i + 1));
    }
    expect(benefits(oneByOne, FEB).sort()).toEqual(benefits(atOnce, FEB).sort());
  });
});
