import { describe, expect, test } from '@jest/globals';
import type { Basket } from '../../../../src/domain/pricing/basket.js';
import type { Offer } from '../../../../src/domain/pricing/offer.js';
import { plainlyBest } from '../../../../src/domain/pricing/selection/plainlyBest.js';
import { applyInOrder } from '../../../../src/domain/pricing/walk.js';
import { basketOf, factsOf } from '../given.js';
import { buyToGet, fourLines, freeDelivery, givenOffers, inGroup, off, pointsAsMoney } from './givenOffers.js';

function isPlain(offers: readonly Offer[], basket: Basket = fourLines, policies = {}, facts = {}): boolean {
  const { candidates, situation } = givenOffers(offers, basket, factsOf(policies, facts));
  return plainlyBest(applyInOrder(candidates, situation), situation);
}

const first = { stacking: { lane: 1 } };
/** From so much on A and B, so much off. */
const from = (amount: number, amountOff: number, of: Partial<Offer> = {}) =>
  off('p2', 'AB', { kind: 'spend-threshold', benefit: { ladder: [{ from: amount, amountOff }] }, ...of });
const percent = (id: string, percentOffBp: number) => off(id, 'A', { kind: 'percentage', benefit: { percentOffBp } });
const paid = basketOf(
  [
    { id: 'a', quantity: 1 },
    { id: 'b', quantity: 1 },
  ],
  { delivery: 800, buyer: { points: 300 } },
);

describe('taking all is best at a glance', () => {
  test.each<readonly [string, readonly Offer[]]>([
    ['without offers', []],
    ['of offers on lines of their own', [off('p1', 'A'), off('p2', 'B')]],
    ['of offers that give the same on any goods', [off('p1', 'A'), off('p2', 'A')]],
    ['where an offer gives as much as it takes from a later one', [off('p1', 'A', first), from(2_000, 100)]],
    ['where a later one would not reach its step at list prices either', [off('p1', 'A', first), from(2_500, 900)]],
    ['where a rate gives less of less', [off('p1', 'A', first), percent('p2', 5_000)]],
  ])('%s', (_, offers) => {
    expect(isPlain(offers)).toBe(true);
  });

  test('of offers that waive delivery one after another: between them nothing is gained', () => {
    expect(isPlain([freeDelivery('p1', 'A', { cap: 300 }), freeDelivery('p2', 'B')], paid)).toBe(true);
  });

  test('of one that uses points, and one that does not', () => {
    expect(isPlain([off('p1', 'A'), pointsAsMoney('p2', 'B')], paid)).toBe(true);
  });
});

describe('a search has to tell', () => {
  test.each<readonly [string, readonly Offer[], Basket, object, object]>([
    [
      'where an offer gives less than it takes from a later one',
      [off('p1', 'A', first), from(2_000, 101)],
      fourLines,
      {},
      {},
    ],
    [
      'where two offers together keep a later one from more than either gives',
      [off('p1', 'A', first), off('p3', 'B', first), from(2_000, 150)],
      fourLines,
      {},
      {},
    ],
    ['of rivals', [off('p1', 'A', inGroup('g')), off('p2', 'B', inGroup('g'))], fourLines, {}, {}],
    ['of a member of a group, though it has no rival', [off('p1', 'A', inGroup('g'))], fourLines, {}, {}],
    ['under a greatest discount of the store', [off('p1', 'A')], fourLines, { greatestDiscountBp: 1_000 }, {}],
    ['of a coupon, which one would rather keep', [off('p1', 'A', { coupon: true })], fourLines, {}, {}],
    ['of an offer that is scarce', [off('p1', 'A')], fourLines, {}, { remaining: { p1: { uses: 3 } } }],
    [
      'of a price for some pieces only',
      [off('p1', 'A', { kind: 'flash-sale', benefit: { price: 900, limit: { quantity: 1 } } })],
      fourLines,
      {},
      {},
    ],
    [
      'where an offer takes from what a later one would give free',
      [off('p1', 'B', first), buyToGet('p2', 'A', 'B')],
      fourLines,
      {},
      {},
    ],
    [
      'where what an offer gives free keeps a later one from more',
      [
        buyToGet('p1', 'A', 'B'),
        off('p2', 'BC', { kind: 'spend-threshold', benefit: { ladder: [{ from: 2_000, amountOff: 1_500 }] } }),
      ],
      fourLines,
      {},
      {},
    ],
    [
      'where points are worth more to a later offer',
      [pointsAsMoney('p1', 'A', 1), pointsAsMoney('p2', 'B', 3)],
      paid,
      {},
      {},
    ],
    [
      'where an offer closes the line of a later one that gives more',
      [off('p1', 'A', { stacking: { lane: 1, exclusive: 'line' } }), off('p2', 'A', { benefit: { amountOff: 200 } })],
      fourLines,
      {},
      {},
    ],
    [
      'where an offer stops a later one',
      [off('p1', 'A', { stacking: { stopAfter: true } }), off('p2', 'B')],
      fourLines,
      {},
      {},
    ],
  ])('%s', (...[, offers, basket, policies, facts]) => {
    expect(isPlain(offers, basket, policies, facts)).toBe(false);
  });
});
