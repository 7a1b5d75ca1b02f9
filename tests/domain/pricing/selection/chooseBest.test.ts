import { describe, expect, test } from '@jest/globals';
import type { Candidate } from '../../../../src/domain/pricing/candidate.js';
import type { Offer } from '../../../../src/domain/pricing/offer.js';
import { objective } from '../../../../src/domain/pricing/running.js';
import { chooseBest } from '../../../../src/domain/pricing/selection/chooseBest.js';
import { chooseByPriority } from '../../../../src/domain/pricing/selection/chooseByPriority.js';
import { isExclusive } from '../../../../src/domain/pricing/selection/exclusive.js';
import { searchBest } from '../../../../src/domain/pricing/selection/searchBest.js';
import { situationOf } from '../../../../src/domain/pricing/situation.js';
import { applyInOrder } from '../../../../src/domain/pricing/walk.js';
import { shortLook } from '../../../shortLook.js';
import { candidatesIn } from '../candidatesIn.js';
import { randomCase } from '../randomCase.js';
import { givenOffers, idsOf, off } from './givenOffers.js';

const ENOUGH = 1_000;

function bestOf(offers: readonly Offer[], budget = ENOUGH) {
  const { candidates, situation } = givenOffers(offers);
  const { chosen, exclusive, proven } = chooseBest(candidates, situation, budget);
  return { chosen: idsOf(chosen), exclusive: exclusive?.offer.id, proven };
}

const gives = (id: string, skus: string, amountOff: number, group?: string) =>
  off(id, skus, { benefit: { amountOff }, ...(group && { stacking: { group } }) });
const alone = (id: string, amountOff: number) =>
  off(id, 'A', { benefit: { amountOff }, stacking: { exclusive: 'order' } });

describe('an exclusive offer stands alone', () => {
  test('when it gives more than all others together', () => {
    const offers = [gives('p1', 'A', 200), gives('p2', 'B', 200), alone('p3', 500)];
    expect(bestOf(offers)).toEqual({ chosen: ['p3'], exclusive: 'p3', proven: true });
  });

  test('not when the others together give more', () => {
    const offers = [gives('p1', 'A', 300), gives('p2', 'B', 300), alone('p3', 500)];
    expect(bestOf(offers)).toEqual({ chosen: ['p1', 'p2'], exclusive: undefined, proven: true });
  });

  test.each([
    ['when it gives as much and comes first', [alone('p1', 500), gives('p2', 'A', 500)], ['p1']],
    ['not when it gives as much and comes later', [gives('p1', 'A', 500), alone('p2', 500)], ['p1']],
  ])('%s', (_, offers, chosen) => {
    expect(bestOf(offers).chosen).toEqual(chosen);
  });
});

describe('the budget of the search', () => {
  const rivalsOn = (sku: string, group: string) => [
    gives(`${group}1`, sku, 100, group),
    gives(`${group}2`, sku, 300, group),
  ];

  test('is not needed where taking all is plainly best', () => {
    expect(bestOf([gives('p1', 'A', 100), gives('p2', 'A', 100)], 0)).toMatchObject({ proven: true });
  });

  test('when it is too small leaves the best found, said to be not proven', () => {
    expect(bestOf(rivalsOn('A', 'g'), 0)).toEqual({ chosen: ['g2'], exclusive: undefined, proven: false });
    expect(bestOf(rivalsOn('A', 'g'))).toEqual({ chosen: ['g2'], exclusive: undefined, proven: true });
  });

  test('is shared by parts that have nothing to do with each other', () => {
    const budgetNeeded = (offers: readonly Offer[]) => {
      let budget = 0;
      while (!bestOf(offers, budget).proven) budget++;
      return budget;
    };
    const [one, other] = [rivalsOn('A', 'g'), rivalsOn('B', 'h')];
    const both = [...one, ...other];
    expect(budgetNeeded(both)).toBe(budgetNeeded(one) + budgetNeeded(other));
    expect(bestOf(both)).toEqual({ chosen: ['g2', 'h2'], exclusive: undefined, proven: true });
  });

  test('once spent on the first part leaves the whole not proven, whatever the others need', () => {
    expect(bestOf([...rivalsOn('A', 'g'), gives('p1', 'B', 100)], 0).proven).toBe(false);
    expect(bestOf([gives('p1', 'B', 100), ...rivalsOn('A', 'q')], 1).proven).toBe(false);
  });

  test.each([0, 8, 15, 30])(
    'of %i never leaves more to pay than priority order, or than the search found',
    (budget) => {
      for (let seed = 0; seed < shortLook(2_000); seed++) {
        const random = randomCase(seed, { lines: 4, offers: 12, groups: 3 }, { selection: 'best-for-customer' });
        const situation = situationOf(random.basket, random.facts);
        const candidates = candidatesIn(random.offers, situation);
        const pay = (chosen: readonly Candidate[]) => objective(applyInOrder(chosen, situation).end);
        const best = pay(chooseBest(candidates, situation, budget).chosen);
        const open = candidates.filter((candidate) => !isExclusive(candidate));
        const found = searchBest(open, situation, { budget, everyOneThatMay: false }).members;
        const byPriority = chooseByPriority(candidates, situation, budget).chosen;
        if (best > Math.min(pay(byPriority), pay(found))) throw new Error(`more to pay at seed ${seed}`);
      }
    },
  );
});
