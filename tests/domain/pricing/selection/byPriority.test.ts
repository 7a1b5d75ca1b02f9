import { describe, expect, test } from '@jest/globals';
import type { Candidate } from '../../../../src/domain/pricing/candidate.js';
import type { Offer } from '../../../../src/domain/pricing/offer.js';
import { objective } from '../../../../src/domain/pricing/running.js';
import { searchBest } from '../../../../src/domain/pricing/selection/searchBest.js';
import { type Situation, situationOf } from '../../../../src/domain/pricing/situation.js';
import { applyInOrder } from '../../../../src/domain/pricing/walk.js';
import { shortLook } from '../../../shortLook.js';
import { candidatesIn } from '../candidatesIn.js';
import { randomCase } from '../randomCase.js';
import { givenOffers, idsOf, inGroup, off } from './givenOffers.js';

/** Tries every set that leaves out only members of groups of which another gives, those with the first offers first. */
function everySet(candidates: readonly Candidate[], situation: Situation) {
  let best: { readonly chosen: readonly Candidate[]; readonly pay: number } | undefined;
  const last = candidates.length - 1;
  for (let set = 2 ** candidates.length - 1; set >= 0; set--) {
    const isIn = (at: number) => ((set >> (last - at)) & 1) === 1;
    const { steps, end } = applyInOrder(
      candidates.filter((_, at) => isIn(at)),
      situation,
    );
    const gave = steps.filter(({ outcome }) => outcome.gives === 'something').map(({ candidate }) => candidate);
    const isAdmissible = candidates.every(
      ({ group }, at) => isIn(at) || (group !== undefined && gave.some((other) => other.group === group)),
    );
    if (isAdmissible && (!best || objective(end) < best.pay)) best = { chosen: gave, pay: objective(end) };
  }
  return best!;
}

describe('by priority, a member of a group is left out', () => {
  const chosenOf = (...offers: readonly Offer[]) => {
    const { candidates, situation } = givenOffers(offers);
    return idsOf(searchBest(candidates, situation, { budget: 1_000, everyOneThatMay: true }).chosen);
  };
  const member = (id: string, group: string, amountOff: number) =>
    off(id, 'A', { benefit: { amountOff }, ...inGroup(group) });

  test('for a later one that gives more, in every group', () => {
    const offers = [member('p1', 'g', 100), member('p2', 'g', 300), member('p3', 'h', 100), member('p4', 'h', 300)];
    expect(chosenOf(...offers)).toEqual(['p2', 'p4']);
  });

  test('not for a later one that gives as much', () => {
    expect(chosenOf(member('p1', 'g', 100), member('p2', 'g', 100))).toEqual(['p1']);
  });

  test('not for what another offer would give without it, when no rival gives anything', () => {
    const ladder = { kind: 'spend-threshold', benefit: { ladder: [{ from: 1_000, amountOff: 500 }] } };
    const outOfReach = { ...member('p3', 'g', 200), when: { minQuantity: 9 } };
    expect(chosenOf(member('p1', 'g', 100), off('p2', 'A', ladder), outOfReach)).toEqual(['p1']);
  });
});

test('by priority of each group that member gives which leaves least to pay, as trying every set finds', () => {
  for (let seed = 0; seed < shortLook(2_000); seed++) {
    const random = randomCase(seed, { lines: 4, offers: 7, groups: 2 }, { groupScope: 'order' });
    const situation = situationOf(random.basket, random.facts);
    const candidates = candidatesIn(random.offers, situation);
    const best = everySet(candidates, situation);
    const { chosen, proven } = searchBest(candidates, situation, { budget: 60_000, everyOneThatMay: true });
    expect({ seed, proven, chosen: idsOf(chosen) }).toEqual({ seed, proven: true, chosen: idsOf(best.chosen) });
  }
});
