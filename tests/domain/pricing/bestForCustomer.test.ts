import { describe, expect, test } from '@jest/globals';
import { price } from '../../../src/domain/pricing/price.js';
import { shortLook } from '../../shortLook.js';
import { bruteForce } from './bruteForce.js';
import { randomCase, type Sizes } from './randomCase.js';

const INSTANCES: readonly (readonly [number, Sizes])[] = [
  [6_000, { lines: 5, offers: 6, groups: 2 }],
  [3_500, { lines: 6, offers: 8, groups: 3 }],
  [600, { lines: 4, offers: 9, groups: 1 }],
  [60, { lines: 6, offers: 12, groups: 3 }],
];

describe('the best for the customer is what trying every set finds', () => {
  test.each(INSTANCES)('%i random instances of up to %j', (instances, sizes) => {
    for (let seed = 0; seed < shortLook(instances); seed++) {
      const random = randomCase(seed * 7919 + sizes.offers, sizes, {
        selection: 'best-for-customer',
        ...(seed % 5 === 0 && { groupScope: 'line' as const }),
      });
      const best = bruteForce(random);
      const quote = price(random.basket, random.offers, random.facts);
      const gift = quote.gifts.reduce((sum, { value }) => sum + (value ?? 0), 0);
      expect({
        seed,
        proven: quote.proven,
        objective: quote.pay - gift,
        chosen: quote.applied.map(({ offer }) => offer),
      }).toEqual({
        seed,
        proven: true,
        objective: best.objective,
        chosen: best.chosen.map(({ offer }) => offer.id),
      });
    }
  });

  test('also where a rival that comes later makes good what its group gave before a ladder (found by the soak)', () => {
    const random = randomCase(117_514, { lines: 4, offers: 8, groups: 1 }, { selection: 'best-for-customer' });
    const { pay, proven, applied } = price(random.basket, random.offers, random.facts);
    expect({ pay, proven, chosen: applied.map(({ offer }) => offer) }).toEqual({
      pay: 11_300,
      proven: true,
      chosen: ['p2', 'p4'],
    });
  });

  test('also where two offers share the delivery fee and no line', () => {
    const random = randomCase(1, { lines: 2, offers: 1, groups: 1 }, { selection: 'best-for-customer' });
    const line = { categories: [], tags: [], unitPrice: 1_000, quantity: 1 };
    const basket = {
      lines: [
        { ...line, id: 'a', sku: 'A' },
        { ...line, id: 'b', sku: 'B' },
      ],
      buyer: {},
      orderMode: 'normal' as const,
      delivery: 800,
      coupons: [],
    };
    const offer = { ruleVersion: 1, benefit: {} };
    const offers = [
      {
        ...offer,
        id: 'part',
        kind: 'free-shipping',
        scope: { skus: ['A'] },
        cap: 500,
        stacking: { lane: 1, group: 'g' },
      },
      { ...offer, id: 'whole', kind: 'free-shipping', scope: { skus: ['B'] }, stacking: { lane: 2 } },
      {
        ...offer,
        id: 'rival',
        kind: 'fixed-amount',
        benefit: { amountOff: 200 },
        scope: { skus: ['A'] },
        stacking: { lane: 3, group: 'g' },
      },
    ];
    const { pay, applied } = price(basket, offers, random.facts);
    expect({ pay, chosen: applied.map(({ offer }) => offer) }).toEqual({ pay: 1_800, chosen: ['whole', 'rival'] });
  });
});
