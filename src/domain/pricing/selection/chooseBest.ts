import type { Candidate } from '../candidate.js';
import { objective } from '../running.js';
import type { Situation } from '../situation.js';
import { applyInOrder } from '../walk.js';
import type { Choice } from './choose.js';
import { chooseByPriority } from './chooseByPriority.js';
import { givesAlone, isExclusive, tryAlone } from './exclusive.js';
import { type FoundSet, foundSet, isBetter } from './foundSet.js';
import { searchBest } from './searchBest.js';

/** The admissible set that is best for the customer: one exclusive offer alone, or any of the others together. */
export function chooseBest(candidates: readonly Candidate[], situation: Situation, nodeBudget: number): Choice {
  const order = (candidate: Candidate) => candidates.indexOf(candidate);
  const open = candidates.filter((candidate) => !isExclusive(candidate));
  const { proven, ...found } = searchBest(open, situation, { nodeBudget, everyOneThatMay: false });
  let best: FoundSet = found;
  for (const trial of candidates.filter(isExclusive).map((candidate) => tryAlone(candidate, situation))) {
    const alone = foundSet([trial.candidate], trial.objective);
    if (givesAlone(trial) && isBetter(alone, best, order)) best = alone;
  }
  if (!proven) best = betterOf(best, byPriority(candidates, situation, nodeBudget), order);
  const exclusive = best.chosen.find(isExclusive);
  return { chosen: best.members, exclusive, proven };
}

// Past the budget the best found stands, never worse than priority order.
function byPriority(candidates: readonly Candidate[], situation: Situation, nodeBudget: number): FoundSet {
  const { chosen } = chooseByPriority(candidates, situation, nodeBudget);
  const { steps, end } = applyInOrder(chosen, situation);
  const gave = steps.filter((step) => step.outcome.gives === 'something').map((step) => step.candidate);
  return foundSet(gave, objective(end), chosen);
}

function betterOf(a: FoundSet, b: FoundSet, order: (candidate: Candidate) => number): FoundSet {
  return isBetter(b, a, order) ? b : a;
}
