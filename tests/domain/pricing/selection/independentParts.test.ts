import { describe, expect, test } from '@jest/globals';
import type { Offer } from '../../../../src/domain/pricing/offer.js';
import type { Policies } from '../../../../src/domain/pricing/policies.js';
import { independentParts } from '../../../../src/domain/pricing/selection/independentParts.js';
import { factsOf } from '../given.js';
import { buyToGet, fourLines, freeDelivery, givenOffers, idsOf, inGroup, off, pointsAsMoney } from './givenOffers.js';

function partsOf(offers: readonly Offer[], policies: Partial<Policies> = {}) {
  const { candidates, situation } = givenOffers(offers, fourLines, factsOf(policies));
  return independentParts(candidates, situation).map(idsOf);
}

describe('offers have nothing to do with each other', () => {
  test.each<[string, readonly Offer[], Partial<Policies>?]>([
    ['on lines of their own', [off('p1', 'B'), off('p2', 'C')]],
    ['in groups of their own', [off('p1', 'B', inGroup('g')), off('p2', 'C', inGroup('h'))]],
    ['when one waives delivery and the other does not', [off('p1', 'C'), freeDelivery('p2', 'B')]],
    ['when one uses points and the other does not', [off('p1', 'C'), pointsAsMoney('p2', 'B')]],
    [
      'when one counts towards the greatest discount and the other does not',
      [off('p1', 'C'), pointsAsMoney('p2', 'B')],
      { greatestDiscountBp: 1000 },
    ],
  ])('%s', (...[, offers, policies]) => {
    expect(partsOf(offers, policies)).toEqual([['p1'], ['p2']]);
  });
});

describe('offers are of one part', () => {
  test.each<[string, readonly Offer[], Partial<Policies>?]>([
    ['that share a line', [off('p1', 'BC'), off('p2', 'CD')]],
    ['that reach all lines', [off('p1', 'ABCD'), off('p2', 'C')]],
    ['when one gives of a line of the other', [buyToGet('p1', 'B', 'C'), off('p2', 'C')]],
    ['of one group', [off('p1', 'B', inGroup('g')), off('p2', 'C', inGroup('g'))]],
    ['that both waive delivery', [freeDelivery('p1', 'B'), freeDelivery('p2', 'C')]],
    ['that both use points', [pointsAsMoney('p1', 'B'), pointsAsMoney('p2', 'C')]],
    ['under a greatest discount of the store', [off('p1', 'B'), off('p2', 'C')], { greatestDiscountBp: 1000 }],
    ['when one stops all after it', [off('p1', 'B', { stacking: { stopAfter: true } }), off('p2', 'C')]],
  ])('%s', (...[, offers, policies]) => {
    expect(partsOf(offers, policies).flat().length).toBe(2);
    expect(partsOf(offers, policies).length).toBe(1);
  });

  test('also through others, each part in the order of its offers', () => {
    const offers = [off('p1', 'A'), off('p2', 'D'), off('p3', 'B'), off('p4', 'AB')];
    expect(partsOf(offers)).toEqual([['p1', 'p3', 'p4'], ['p2']]);
  });

  test('all members of a group, however many', () => {
    const offers = ['B', 'C', 'D'].map((sku, at) => off(`p${at}`, sku, inGroup('g')));
    expect(partsOf(offers)).toEqual([['p0', 'p1', 'p2']]);
  });
});
