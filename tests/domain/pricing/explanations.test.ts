import { describe, expect, test } from '@jest/globals';
import { price } from '../../../src/domain/pricing/price.js';
import { anOffer, basketOf, factsOf } from './given.js';

const apple = { id: 'a', sku: 'APPLE', categories: ['apple'], unitPrice: 5000, quantity: 2 };

describe('why an offer does not apply', () => {
  const refusal = (offer: Parameters<typeof anOffer>[0], of = {}, facts = factsOf()) =>
    price(basketOf([apple], of), [anOffer(offer)], facts, { explain: 'all' }).refused[0];

  test('wrong tier says which tiers', () => {
    expect(refusal({ audience: { tiers: ['gold'] } })).toMatchObject({
      reason: 'wrong-tier',
      facts: { needs: ['gold'] },
    });
  });

  test('before its window it says when it opens', () => {
    const schedule = { from: '2026-11-23T00:00:00.000Z' };
    expect(refusal({ schedule })).toMatchObject({ reason: 'outside-window', facts: { opens: schedule.from } });
  });

  test('outside its hours it says when the zone’s clock opens it', () => {
    const zone = 'Asia/Shanghai';
    const schedule = { recurrence: { zone, hours: [{ from: '21:00', to: '22:00' }] } };
    const facts = factsOf({}, { local: { [zone]: '2026-11-22T20:00:00.000+08:00' } });
    expect(refusal({ schedule }, {}, facts)).toMatchObject({
      reason: 'outside-window',
      facts: { opensLocal: '2026-11-22T21:00', zone },
    });
  });

  test.each([
    ['wrong-channel', { channels: ['app'] }, { channel: 'pc' }],
    ['wrong-order-mode', { orderModes: ['bargain'] }, {}],
    ['wrong-segment', { audience: { segments: ['vip'] } }, { buyer: { segments: ['new'] } }],
    ['order-number', { audience: { orderNumber: 5 } }, { buyer: { orderNumber: 4 } }],
    ['order-number', { audience: { newCustomer: false } }, { buyer: { orderNumber: 1 } }],
    ['not-new-customer', { audience: { newCustomer: true } }, {}],
    ['not-chosen', { coupon: true }, {}],
    ['no-points', { kind: 'points', benefit: { fenPerPoint: 1 } }, {}],
    ['no-eligible-line', { scope: { skus: ['PEAR'] } }, {}],
    ['weight-not-met', { when: { minGrams: 500 } }, {}],
    ['threshold-not-met', { when: { amountOver: 10000 } }, {}],
  ] as const)('%s', (reason, offer, basket) => {
    expect(refusal(offer as Parameters<typeof anOffer>[0], basket)).toMatchObject({ offer: 'p1', reason });
  });

  test('a shortfall above an amount leads to the first fen above it', () => {
    expect(refusal({ when: { amountOver: 10000 } })).toMatchObject({ shortfall: { amount: 1 } });
  });

  test('of several reasons the first of the written order is named', () => {
    const offer = { channels: ['app'] as const, audience: { tiers: ['gold'] }, when: { minAmount: 99999 } };
    expect(refusal(offer)).toMatchObject({ reason: 'wrong-channel' });
  });

  test.each([
    ['sold-out', { stock: 0 }],
    ['sold-out', { uses: 0 }],
    ['customer-limit-reached', { customerUses: 0 }],
    ['budget-exceeded', { budget: 99 }],
  ])('%s', (reason, remaining) => {
    expect(refusal({}, {}, factsOf({}, { remaining: { p1: remaining } }))).toMatchObject({ reason });
    expect(refusal({ when: { minQuantity: 9 } }, {}, factsOf({}, { remaining: { p1: remaining } }))).toMatchObject({
      reason: 'quantity-not-met',
    });
  });

  test('who displaced it, and what it would have given', () => {
    const offers = [
      anOffer({ id: 'p1', benefit: { amountOff: 1000 } }),
      anOffer({ id: 'p3', kind: 'percentage', benefit: { percentOffBp: 2000 }, stacking: { exclusive: 'order' } }),
    ];
    expect(price(basketOf([apple]), offers, factsOf()).refused).toEqual([
      {
        offer: 'p1',
        kind: 'fixed-amount',
        reason: 'displaced-by-exclusive',
        facts: { displacedBy: 'p3', wouldGive: 1000 },
      },
    ]);
  });
});

describe('what an offer gave', () => {
  test('base, rung, what bit, next rung', () => {
    const floored = { ...apple, floorPrice: 4800 };
    const offer = anOffer({
      kind: 'spend-threshold',
      benefit: {
        ladder: [
          { from: 8000, amountOff: 1000 },
          { from: 12000, amountOff: 2000 },
        ],
      },
      cap: 700,
    });
    expect(price(basketOf([floored]), [offer], factsOf()).applied).toEqual([
      {
        offer: 'p1',
        kind: 'spend-threshold',
        amount: 400,
        delivery: 0,
        ungiven: 300,
        facts: { base: 10000, rung: { from: 8000, amountOff: 1000 }, reckoned: 1000, cap: 700, atFloor: ['a'] },
        nextRung: { shortfall: { amount: 2000 }, gives: { amountOff: 2000 } },
      },
    ]);
  });

  test('what rounding did', () => {
    const offer = anOffer({ kind: 'percentage', benefit: { percentOffBp: 1050 } });
    const basket = basketOf([{ id: 'a', unitPrice: 3337, quantity: 1 }]);
    expect(price(basket, [offer], factsOf()).applied[0]).toMatchObject({
      amount: 350,
      facts: { base: 3337, percentOffBp: 1050, exact: '350.385', rounded: 350 },
    });
  });

  test('the store’s greatest discount trims the offer that crosses it; a flash price does not count', () => {
    const offers = [
      anOffer({ id: 'flash', kind: 'flash-sale', benefit: { price: 4000 } }),
      anOffer({ id: 'p1', benefit: { amountOff: 900 } }),
      anOffer({ id: 'p2', benefit: { amountOff: 900 } }),
    ];
    const { applied, pay } = price(basketOf([apple]), offers, factsOf({ greatestDiscountBp: 1000 }));
    expect(pay).toBe(10000 - 2000 - 1000);
    expect(applied.map(({ offer, amount, facts }) => [offer, amount, facts['greatestDiscount']])).toEqual([
      ['flash', 2000, undefined],
      ['p1', 900, undefined],
      ['p2', 100, 1000],
    ]);
  });
});

describe('a unit price with a limit', () => {
  const flash = (benefit: object) => anOffer({ id: 'flash', kind: 'flash-sale', benefit });

  test('covers the first pieces over the lines in line order', () => {
    const basket = basketOf([
      { id: 'a', unitPrice: 1000, quantity: 2 },
      { id: 'b', unitPrice: 1000, quantity: 3 },
    ]);
    const { lines, applied } = price(basket, [flash({ price: 600, limit: { quantity: 3 } })], factsOf());
    expect(lines.map(({ pay }) => pay)).toEqual([1200, 2600]);
    expect(applied[0]!.facts).toEqual({ price: 600, limit: { quantity: 3 }, covered: { a: 2, b: 1 } });
  });

  test('covers the first grams; only the discount is rounded', () => {
    const basket = basketOf([{ id: 'a', unitPrice: 1280, grams: 1420 }]);
    const { lines } = price(basket, [flash({ price: 999, limit: { grams: 700 } })], factsOf());
    // 3635 × 700 / 1420 = 1791.9 → less 999 × 700 / 500 = 1399 (1398.6): 393 off
    expect(lines[0]!.discount).toBe(393);
  });

  test('is also limited by what is left of the stock', () => {
    const basket = basketOf([{ id: 'a', unitPrice: 1000, quantity: 5 }]);
    const facts = factsOf({}, { remaining: { flash: { stock: 2 } } });
    expect(price(basket, [flash({ price: 600, limit: { quantity: 3 } })], facts).pay).toBe(4200);
  });
});
