import { type Candidate, compareCandidates } from '../../../src/domain/pricing/candidate.js';
import { ineligibility } from '../../../src/domain/pricing/eligibility.js';
import { objective } from '../../../src/domain/pricing/running.js';
import { isExclusive } from '../../../src/domain/pricing/selection/exclusive.js';
import { type FoundSet, foundSet, isBetter } from '../../../src/domain/pricing/selection/foundSet.js';
import { situationOf } from '../../../src/domain/pricing/situation.js';
import { applyInOrder } from '../../../src/domain/pricing/walk.js';
import { candidateIn } from './candidateIn.js';
import type { RandomCase } from './randomCase.js';

/** Prices every subset of the offers, plainly, and keeps the best admissible one. */
export function bruteForce({ basket, offers, facts }: RandomCase): FoundSet {
  const situation = situationOf(basket, facts);
  const candidates = offers
    .map((offer) => candidateIn(offer, situation))
    .filter(({ lines }) => lines.length > 0)
    .filter((candidate) => !ineligibility(candidate, basket, facts))
    .sort(compareCandidates);
  const order = (candidate: Candidate) => candidates.indexOf(candidate);
  let best: FoundSet | undefined;
  for (let set = 0; set < 2 ** candidates.length; set++) {
    const chosen = candidates.filter((_, at) => (set >> at) & 1);
    // An exclusive offer stands alone; one that yields nothing blocks nothing, so it picks no lines beside others either.
    if (chosen.length > 1 && chosen.some(isExclusive)) continue;
    const walk = applyInOrder(chosen, situation);
    const gave = walk.steps.filter(({ outcome }) => outcome.gives === 'something').map(({ candidate }) => candidate);
    // Of a group one applies, which the walk sees to.
    const found = foundSet(gave, objective(walk.end));
    if (!best || isBetter(found, best, order)) best = found;
  }
  return best!;
}
