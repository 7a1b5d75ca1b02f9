import { expect, test } from '@jest/globals';
import type { Policies } from '../../../src/domain/pricing/policies.js';
import { objective } from '../../../src/domain/pricing/running.js';
import { plainlyBest } from '../../../src/domain/pricing/selection/plainlyBest.js';
import { searchBest } from '../../../src/domain/pricing/selection/searchBest.js';
import { situationOf } from '../../../src/domain/pricing/situation.js';
import { applyInOrder } from '../../../src/domain/pricing/walk.js';
import { candidatesIn } from './candidatesIn.js';
import { randomCase, type Sizes } from './randomCase.js';

const BUDGET = 60_000;

interface Work {
  /** Offers priced by the search. */
  readonly priced: number;
  /** Baskets that need no search: taking all is best at a glance. */
  readonly plain: number;
  /** What the search finds: to pay for all baskets together. */
  readonly pay: number;
}

function workOf(baskets: number, sizes: Sizes, policies: Partial<Policies>, everyOneThatMay: boolean): Work {
  let [priced, plain, pay] = [0, 0, 0];
  for (let seed = 0; seed < baskets; seed++) {
    const random = randomCase(seed * 31 + sizes.offers, sizes, policies);
    const situation = situationOf(random.basket, random.facts);
    const candidates = candidatesIn(random.offers, situation);
    if (plainlyBest(applyInOrder(candidates, situation), situation)) plain++;
    const { members, spent } = searchBest(candidates, situation, { budget: BUDGET, everyOneThatMay });
    priced += spent;
    pay += objective(applyInOrder(members, situation).end);
  }
  return { priced, plain, pay };
}

const few = { lines: 5, offers: 4, groups: 0 };
const rivals = { lines: 5, offers: 8, groups: 2 };
const many = { lines: 8, offers: 10, groups: 1 };

// A bound that is looser than it need be changes no price: it only makes the search look further. So its work is
// written down to the last offer: more is a loss, less is welcome once `upperBounds` and `bestForCustomer` agree.
test.each([
  {
    of: 'few offers',
    baskets: 400,
    sizes: few,
    policies: {},
    byPriority: false,
    work: { priced: 1_430, plain: 157, pay: 7_871_793 },
  },
  {
    of: 'rivals',
    baskets: 200,
    sizes: rivals,
    policies: {},
    byPriority: false,
    work: { priced: 1_776, plain: 20, pay: 3_120_005 },
  },
  {
    of: 'many offers',
    baskets: 150,
    sizes: many,
    policies: {},
    byPriority: false,
    work: { priced: 1_924, plain: 9, pay: 3_703_860 },
  },
  {
    of: 'rivals for each line',
    baskets: 100,
    sizes: rivals,
    policies: { groupScope: 'line' },
    byPriority: false,
    work: { priced: 1_989, plain: 11, pay: 1_417_865 },
  },
  {
    of: 'rivals by priority',
    baskets: 200,
    sizes: rivals,
    policies: {},
    byPriority: true,
    work: { priced: 837, plain: 20, pay: 3_136_531 },
  },
] as const)('the search looks no further than it must: $of', ({ baskets, sizes, policies, byPriority, work }) => {
  expect(workOf(baskets, sizes, policies, byPriority)).toEqual(work);
});
