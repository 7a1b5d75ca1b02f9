import { expect, test } from '@jest/globals';
import { searchBest } from '../../../../src/domain/pricing/selection/searchBest.js';
import { givenOffers, idsOf, off } from './givenOffers.js';

const lane = (number: number) => ({ stacking: { lane: number } });
const ladder = (id: string, sku: string, amountOff: number) =>
  off(id, sku, { kind: 'spend-threshold', benefit: { ladder: [{ from: 950, amountOff }] }, ...lane(3) });

// No random case tells: the two losses must meet in offers that do not influence each other and are of one part.
test('offers that each keep another from more are left out together, also where the first alone would gain less', () => {
  const { candidates, situation } = givenOffers([
    off('all', 'ABCD', { benefit: { amountOff: 4 }, ...lane(1) }),
    off('a1', 'A', lane(2)),
    off('b1', 'B', lane(2)),
    ladder('a2', 'A', 250),
    ladder('b2', 'B', 300),
  ]);
  const { chosen, proven } = searchBest(candidates, situation, { budget: 1_000, everyOneThatMay: false });
  expect({ chosen: idsOf(chosen), proven }).toEqual({ chosen: ['all', 'a2', 'b2'], proven: true });
});
