import { describe, expect, test } from '@jest/globals';
import type { Offer, Stacking } from '../../../../src/domain/pricing/offer.js';
import type { Policies } from '../../../../src/domain/pricing/policies.js';
import { chooseByPriority } from '../../../../src/domain/pricing/selection/chooseByPriority.js';
import { factsOf } from '../given.js';
import { fourLines, givenOffers, idsOf, off } from './givenOffers.js';

const ENOUGH = 1_000;

function chosenOf(offers: readonly Offer[], policies: Partial<Policies> = {}, budget = ENOUGH) {
  const { candidates, situation } = givenOffers(offers, fourLines, factsOf(policies));
  const { chosen, exclusive, proven } = chooseByPriority(candidates, situation, budget);
  return { chosen: idsOf(chosen), exclusive: exclusive?.offer.id, proven };
}

const worth = (id: string, amountOff: number, stacking: Stacking) => off(id, 'A', { benefit: { amountOff }, stacking });
const exclusive = (id: string, amountOff: number) => worth(id, amountOff, { exclusive: 'order' });
const member = (id: string, group: string, amountOff: number) => worth(id, amountOff, { group });

describe('an exclusive offer', () => {
  test('that gives something displaces all others, though they would give more', () => {
    const offers = [off('p1', 'A', { benefit: { amountOff: 900 } }), exclusive('p2', 100)];
    expect(chosenOf(offers)).toEqual({ chosen: ['p2'], exclusive: 'p2', proven: true });
  });

  test('that gives nothing alone displaces nobody and is left out', () => {
    const outOfReach = { ...exclusive('p1', 100), when: { minAmount: 99_999 } };
    expect(chosenOf([outOfReach, off('p2', 'A')])).toEqual({ chosen: ['p2'], exclusive: undefined, proven: true });
  });

  test('is the first of several that give something', () => {
    const outOfReach = { ...exclusive('p1', 800), when: { minAmount: 99_999 } };
    const offers = [outOfReach, exclusive('p2', 100), exclusive('p3', 500)];
    expect(chosenOf(offers, { exclusiveChoice: 'priority' }).chosen).toEqual(['p2']);
  });

  test('is the one that gives most, where the shop prefers that', () => {
    const offers = [exclusive('p1', 100), exclusive('p2', 500), exclusive('p3', 300)];
    expect(chosenOf(offers, { exclusiveChoice: 'most-valuable' }).chosen).toEqual(['p2']);
  });

  test('is the first of those that give most', () => {
    const offers = [exclusive('p1', 500), exclusive('p2', 500)];
    expect(chosenOf(offers, { exclusiveChoice: 'most-valuable' }).chosen).toEqual(['p1']);
  });
});

describe('of a group', () => {
  const rivals = [member('p1', 'g', 100), off('p2', 'B'), member('p3', 'g', 500)];
  const apart = [member('p1', 'g', 100), off('p2', 'B'), member('p3', 'h', 500)];

  test('the member that leaves least to pay is taken, where the shop prefers that', () => {
    expect(chosenOf(rivals, { groupPick: 'best' })).toEqual({
      chosen: ['p2', 'p3'],
      exclusive: undefined,
      proven: true,
    });
  });

  test('the first that gives something is taken as they are applied, where priority decides: no search, no budget', () => {
    const all = { chosen: ['p1', 'p2', 'p3'], exclusive: undefined, proven: true };
    expect(chosenOf(rivals, { groupPick: 'priority' }, 0)).toEqual(all);
  });

  test('each line is taken as they are applied, where each line has its own pick: no search, no budget', () => {
    const all = { chosen: ['p1', 'p2', 'p3'], exclusive: undefined, proven: true };
    expect(chosenOf(rivals, { groupPick: 'best', groupScope: 'line' }, 0)).toEqual(all);
  });

  test('a member without rivals needs no search either', () => {
    const all = { chosen: ['p1', 'p2', 'p3'], exclusive: undefined, proven: true };
    expect(chosenOf(apart, { groupPick: 'best' }, 0)).toEqual(all);
  });

  test('the best is not proven past the budget', () => {
    expect(chosenOf(rivals, { groupPick: 'best' }, 0).proven).toBe(false);
  });
});
