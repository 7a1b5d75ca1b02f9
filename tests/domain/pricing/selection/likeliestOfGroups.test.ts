import { expect, test } from '@jest/globals';
import { likeliestOfGroups } from '../../../../src/domain/pricing/selection/likeliestOfGroups.js';
import { givenOffers, idsOf, off } from './givenOffers.js';

const member = (id: string, group: string, amountOff: number) =>
  off(id, 'A', { benefit: { amountOff }, stacking: { group } });

test('of each group the member that could give most stays, and all that are in none', () => {
  const { candidates, situation } = givenOffers([
    off('p1', 'A'),
    member('p2', 'g', 100),
    member('p3', 'h', 500),
    member('p4', 'g', 300),
    member('p5', 'h', 400),
    member('p6', 'g', 200),
    off('p7', 'B'),
  ]);
  expect(idsOf(likeliestOfGroups(candidates, situation))).toEqual(['p1', 'p3', 'p4', 'p7']);
});

test('of members that could give the same the first stays', () => {
  const { candidates, situation } = givenOffers([member('p1', 'g', 200), member('p2', 'g', 200)]);
  expect(idsOf(likeliestOfGroups(candidates, situation))).toEqual(['p1']);
});
