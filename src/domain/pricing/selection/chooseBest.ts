import type { Candidate } from '../candidate.js';
import { objective } from '../running.js';
import type { Situation } from '../situation.js';
import { applyInOrder, type Walk } from '../walk.js';
import type { Choice } from './choose.js';
import { chooseByPriority } from './chooseByPriority.js';
import { givesAlone, isExclusive, tryAlone } from './exclusive.js';
import { type FoundSet, foundSet, isBetter } from './foundSet.js';
import { independentParts } from './independentParts.js';
import { plainlyBest } from './plainlyBest.js';
import { searchBest } from './searchBest.js';

/** The admissible set that is best for the customer: one exclusive offer alone, or any of the others together. */
export function chooseBest(candidates: readonly Candidate[], situation: Situation, budget: number): Choice {
  const hasExclusives = candidates.some(isExclusive);
  const open = hasExclusives ? candidates.filter((candidate) => !isExclusive(candidate)) : candidates;
  const all = applyInOrder(open, situation);
  const together = bestTogether(open, all, situation, budget);
  if (!hasExclusives && together.proven) return together;

  const order = (candidate: Candidate) => candidates.indexOf(candidate);
  let best = appliedSet(together, situation);
  for (const trial of candidates.filter(isExclusive).map((candidate) => tryAlone(candidate, situation))) {
    const alone = { ...foundSet([trial.candidate], trial.objective), walk: undefined };
    if (givesAlone(trial) && isBetter(alone, best, order)) best = alone;
  }
  if (!together.proven) {
    // Past the budget the best found stands, never worse than priority order.
    const byPriority = appliedSet(chooseByPriority(candidates, situation, budget, all), situation);
    if (isBetter(byPriority, best, order)) best = byPriority;
  }
  const { members, chosen, walk } = best;
  return { chosen: members, exclusive: chosen.find(isExclusive), proven: together.proven, walk };
}

/** The best set without exclusive offers: all, when that is plain, or what a search finds for each independent part. */
function bestTogether(candidates: readonly Candidate[], all: Walk, situation: Situation, budget: number): Choice {
  if (plainlyBest(all, situation)) return { chosen: candidates, exclusive: undefined, proven: true, walk: all };
  const parts = independentParts(candidates, situation);
  if (parts.length === 1) {
    const { members, proven, walk } = searchBest(candidates, situation, { budget, everyOneThatMay: false, all });
    return { chosen: members, exclusive: undefined, proven, walk };
  }
  const chosen = new Set<Candidate>();
  let proven = true;
  let left = budget;
  for (const part of parts) {
    const found = searchBest(part, situation, { budget: left, everyOneThatMay: false });
    for (const candidate of found.members) chosen.add(candidate);
    left = Math.max(0, left - found.spent);
    proven &&= found.proven;
  }
  return {
    chosen: candidates.filter((candidate) => chosen.has(candidate)),
    exclusive: undefined,
    proven,
    walk: undefined,
  };
}

interface AppliedSet extends FoundSet {
  readonly walk: Walk | undefined;
}

function appliedSet(choice: Choice, situation: Situation): AppliedSet {
  const { chosen, walk = applyInOrder(chosen, situation) } = choice;
  const gave = walk.steps.filter((step) => step.outcome.gives === 'something').map((step) => step.candidate);
  return { walk, ...foundSet(gave, objective(walk.end), chosen) };
}
