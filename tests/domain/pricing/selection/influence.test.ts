import { describe, expect, test } from '@jest/globals';
import type { Offer } from '../../../../src/domain/pricing/offer.js';
import { influencedBy } from '../../../../src/domain/pricing/selection/influence.js';
import { turnsOf } from '../../../../src/domain/pricing/selection/turns.js';
import { applyInOrder, standingBefore } from '../../../../src/domain/pricing/walk.js';
import { basketOf, factsOf } from '../given.js';
import { buyToGet, freeDelivery, givenOffers, inGroup, off, pointsAsMoney } from './givenOffers.js';

const basket = basketOf(
  ['a', 'b', 'c', 'd'].map((id) => ({ id, quantity: 1 })),
  { delivery: 800, buyer: { points: 300 } },
);

/** The ids of those that may fare otherwise without one, when all are taken. */
function influenced(by: string, offers: readonly Offer[], policies = {}): readonly string[] {
  const { candidates, situation } = givenOffers(offers, basket, factsOf(policies));
  const turns = turnsOf(applyInOrder(candidates, situation), candidates);
  const position = candidates.findIndex(({ offer }) => offer.id === by);
  return influencedBy(position, position, candidates, turns, situation).map((at) => candidates[at]!.offer.id);
}

describe('without an offer those after it may fare otherwise', () => {
  test.each<[string, readonly Offer[], object?]>([
    ['that share a line', [off('p1', 'AB'), off('p2', 'BC')]],
    ['that give of its line', [off('p1', 'B', { stacking: { lane: 1 } }), buyToGet('p2', 'A', 'B')]],
    ['on the line of which it gave', [buyToGet('p1', 'A', 'B'), off('p2', 'B', { stacking: { lane: 999 } })]],
    ['of its group', [off('p1', 'A', inGroup('g')), off('p2', 'B', inGroup('g'))]],
    ['that waive delivery as it does', [freeDelivery('p1', 'A', { cap: 300 }), freeDelivery('p2', 'B')]],
    ['that use points as it does', [pointsAsMoney('p1', 'A'), pointsAsMoney('p2', 'B')]],
    ['that the greatest discount cuts too', [off('p1', 'A'), off('p2', 'B')], { greatestDiscountBp: 300 }],
    ['whatever they are, when it stops them', [off('p1', 'A', { stacking: { stopAfter: true } }), off('p2', 'B')]],
  ])('%s', (...[, offers, policies]) => {
    expect(influenced('p1', offers, policies)).toEqual(['p2']);
  });

  test('also through others', () => {
    const offers = [off('p1', 'A'), off('p2', 'AB'), off('p3', 'BC'), off('p4', 'D')];
    expect(influenced('p1', offers)).toEqual(['p2', 'p3']);
  });

  test('and with one for which another was passed over, that one too, and what it reaches', () => {
    const offers = [off('p1', 'A'), off('p2', 'B', inGroup('g')), off('p3', 'B'), off('p4', 'A', inGroup('g'))];
    expect(influenced('p1', offers)).toEqual(['p2', 'p3', 'p4']);
  });
});

describe('without an offer others fare the same', () => {
  test.each<[string, readonly Offer[], object?]>([
    ['on other lines', [off('p1', 'A'), off('p2', 'B')]],
    ['that give of other lines', [off('p1', 'A', { stacking: { lane: 1 } }), buyToGet('p2', 'B', 'C')]],
    ['on lines of which it did not give', [buyToGet('p1', 'A', 'B'), off('p2', 'C', { stacking: { lane: 999 } })]],
    ['of another group', [off('p1', 'A', inGroup('g')), off('p2', 'B', inGroup('h'))]],
    ['that waive delivery, which it does not', [off('p1', 'A'), freeDelivery('p2', 'B')]],
    ['that do not waive delivery, as it does', [freeDelivery('p1', 'A'), off('p2', 'B', { stacking: { lane: 999 } })]],
    ['that use points, which it does not', [off('p1', 'A'), pointsAsMoney('p2', 'B')]],
    ['that use no points, as it does', [pointsAsMoney('p1', 'A'), off('p2', 'B', { stacking: { lane: 999 } })]],
    [
      'that the greatest discount does not cut',
      [off('p1', 'A'), pointsAsMoney('p2', 'B')],
      { greatestDiscountBp: 300 },
    ],
    [
      'as no greatest discount is used up by points',
      [pointsAsMoney('p1', 'A'), off('p2', 'B', { stacking: { lane: 999 } })],
      { greatestDiscountBp: 300 },
    ],
  ])('%s', (...[, offers, policies]) => {
    expect(influenced('p1', offers, policies)).toEqual([]);
  });

  test('that had their turn before what they share with it changed', () => {
    expect(influenced('p1', [off('p1', 'A'), off('p2', 'B'), off('p3', 'AB')])).toEqual(['p3']);
  });

  test('that had their turn before it', () => {
    expect(influenced('p2', [off('p1', 'A'), off('p2', 'A'), off('p3', 'A')])).toEqual(['p3']);
  });

  test('that were passed over for one whose turn came before', () => {
    const offers = [off('p1', 'B', inGroup('g')), off('p2', 'A'), off('p3', 'A', inGroup('g'))];
    expect(influenced('p2', offers)).toEqual([]);
  });

  test('that were passed over for one whose turn came before the walk went on from there', () => {
    const offers = [off('p1', 'B', inGroup('g')), off('p2', 'A'), off('p3', 'A', inGroup('g')), off('p4', 'A')];
    const { candidates, situation } = givenOffers(offers);
    const all = applyInOrder(candidates, situation);
    const from = standingBefore(candidates[1]!, all, undefined);
    const turns = turnsOf(applyInOrder(candidates.slice(1), situation, from), candidates);
    expect(influencedBy(1, 1, candidates, turns, situation)).toEqual([3]);
  });
});
