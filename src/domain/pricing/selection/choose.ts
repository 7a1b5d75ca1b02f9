import type { Candidate } from '../candidate.js';
import type { Situation } from '../situation.js';
import type { Walk } from '../walk.js';
import { chooseBest } from './chooseBest.js';
import { chooseByPriority } from './chooseByPriority.js';

/** A set of offers, sorted. */
export interface Choice {
  readonly chosen: readonly Candidate[];
  /** The offer that stands alone because it is exclusive. */
  readonly exclusive: Candidate | undefined;
  readonly proven: boolean;
  /** The set applied, when choosing it has done that. */
  readonly walk: Walk | undefined;
}

/** Chooses the offers to apply, by the shop's policy. */
export function choose(candidates: readonly Candidate[], situation: Situation, budget: number): Choice {
  return situation.facts.policies.selection === 'priority'
    ? chooseByPriority(candidates, situation, budget)
    : chooseBest(candidates, situation, budget);
}
