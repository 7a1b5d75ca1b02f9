import { expect, test } from '@jest/globals';
import { price } from '../../../src/domain/pricing/price.js';
import { shortLook } from '../../shortLook.js';
import { anOffer, basketOf, factsOf } from './given.js';
import { randomCase } from './randomCase.js';

test('a trace tells every turn with its running totals', () => {
  const basket = basketOf([{ id: 'a', unitPrice: 5000, quantity: 2, floorPrice: 4000 }], { delivery: 800 });
  const offers = [
    anOffer({ id: 'p1', kind: 'percentage', level: 'line', benefit: { percentOffBp: 1000 } }),
    anOffer({ id: 'p2', kind: 'spend-threshold', benefit: { every: 10000, amountOff: 500 } }),
    anOffer({ id: 'p3', kind: 'free-shipping', benefit: {} }),
  ];
  expect(price(basket, offers, factsOf(), { explain: 'trace' }).trace).toEqual([
    {
      offer: 'p1',
      kind: 'percentage',
      lane: 20,
      priority: 0,
      gave: { amount: 1000, delivery: 0 },
      facts: expect.objectContaining({ base: 10000, percentOffBp: 1000 }),
      lines: [{ line: 'a', before: 10000, share: 1000, after: 9000, floor: 8000 }],
      goods: 9000,
      delivery: 800,
      giftValue: 0,
    },
    {
      offer: 'p2',
      kind: 'spend-threshold',
      lane: 30,
      priority: 0,
      gave: { nothing: 'threshold-not-met' },
      facts: { base: 9000, every: 10000, amountOff: 500 },
      lines: [{ line: 'a', before: 9000, share: 0, after: 9000, floor: 8000 }],
      goods: 9000,
      delivery: 800,
      giftValue: 0,
    },
    {
      offer: 'p3',
      kind: 'free-shipping',
      lane: 60,
      priority: 0,
      gave: { amount: 0, delivery: 800 },
      facts: { base: 800 },
      lines: [{ line: 'a', before: 9000, share: 0, after: 9000, floor: 8000 }],
      goods: 9000,
      delivery: 0,
      giftValue: 0,
    },
  ]);
});

test('a trace ends at the quote, and changes nothing of it', () => {
  for (let seed = 0; seed < shortLook(500); seed++) {
    const { basket, offers, facts } = randomCase(seed, { lines: 5, offers: 6, groups: 2 });
    const { trace = [], ...quote } = price(basket, offers, facts, { explain: 'trace' });
    expect(quote).toEqual(price(basket, offers, facts));
    expect(trace.at(-1)?.goods ?? quote.list).toBe(quote.goods);
    expect(trace.at(-1)?.delivery ?? basket.delivery).toBe(quote.delivery);
  }
});
