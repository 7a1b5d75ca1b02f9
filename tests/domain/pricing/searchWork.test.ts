import { expect, test } from '@jest/globals';
import { compareCandidates } from '../../../src/domain/pricing/candidate.js';
import { plainlyBest } from '../../../src/domain/pricing/selection/plainlyBest.js';
import { searchBest } from '../../../src/domain/pricing/selection/searchBest.js';
import { situationOf } from '../../../src/domain/pricing/situation.js';
import { applyInOrder } from '../../../src/domain/pricing/walk.js';
import { candidateIn } from './candidateIn.js';
import { randomCase, type Sizes } from './randomCase.js';

const BUDGET = 60_000;

/** What `count` random baskets cost to price: offers priced by the search, and baskets that need none at a glance. */
function workOf(count: number, sizes: Sizes, everyOneThatMay: boolean): { priced: number; plain: number } {
  let priced = 0;
  let plain = 0;
  for (let seed = 0; seed < count; seed++) {
    const policies = seed % 5 === 0 ? { groupScope: 'line' as const } : {};
    const random = randomCase(seed * 31 + sizes.offers, sizes, policies);
    const situation = situationOf(random.basket, random.facts);
    const candidates = random.offers
      .map((offer) => candidateIn(offer, situation))
      .filter(({ lines }) => lines.length > 0)
      .sort(compareCandidates);
    if (plainlyBest(applyInOrder(candidates, situation), situation)) plain++;
    priced += searchBest(candidates, situation, { budget: BUDGET, everyOneThatMay }).spent;
  }
  return { priced, plain };
}

// A bound that is looser than it need be changes no price: it only makes the search look further. So its work is held.
test.each([
  { baskets: 400, sizes: { lines: 5, offers: 4, groups: 0 }, everyOneThatMay: false, priced: 1_438, plain: 157 },
  { baskets: 200, sizes: { lines: 5, offers: 8, groups: 2 }, everyOneThatMay: false, priced: 2_127, plain: 20 },
  { baskets: 200, sizes: { lines: 5, offers: 8, groups: 3 }, everyOneThatMay: true, priced: 1_029, plain: 20 },
])('the search looks no further than it did: $sizes', ({ baskets, sizes, everyOneThatMay, priced, plain }) => {
  const work = workOf(baskets, sizes, everyOneThatMay);
  expect(work.priced).toBeLessThanOrEqual(priced);
  expect(work.plain).toBeGreaterThanOrEqual(plain);
});
