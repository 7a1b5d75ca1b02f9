import { expect, test } from '@jest/globals';
import type { Candidate } from '../../../../src/domain/pricing/candidate.js';
import { objective } from '../../../../src/domain/pricing/running.js';
import { searchBest } from '../../../../src/domain/pricing/selection/searchBest.js';
import { type Situation, situationOf } from '../../../../src/domain/pricing/situation.js';
import { applyInOrder } from '../../../../src/domain/pricing/walk.js';
import { shortLook } from '../../../shortLook.js';
import { candidatesIn } from '../candidatesIn.js';
import { randomCase } from '../randomCase.js';
import { idsOf } from './givenOffers.js';

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
