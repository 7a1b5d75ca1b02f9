import type { Candidate } from '../candidate.js';
import type { Situation } from '../situation.js';
import type { Walk } from '../walk.js';
import type { Choice } from './choose.js';
import { givesAlone, isExclusive, type Trial, tryAlone } from './exclusive.js';
import { searchBest } from './searchBest.js';

/**
 * Every offer in order; an exclusive one that gives something alone displaces all others, and of a group one is taken.
 * `all`: the others that are not exclusive, applied, if that has been done.
 */
export function chooseByPriority(
  candidates: readonly Candidate[],
  situation: Situation,
  budget: number,
  all?: Walk,
): Choice {
  const trials = candidates.filter(isExclusive).map((candidate) => tryAlone(candidate, situation));
  const exclusive = exclusiveTaken(trials.filter(givesAlone), situation);
  if (exclusive) return { chosen: [exclusive], exclusive, proven: true, walk: undefined };

  const open = candidates.filter((candidate) => !isExclusive(candidate));
  const { groupPick, groupScope } = situation.facts.policies;
  if (groupScope === 'line' || groupPick === 'priority' || !hasRivals(open)) {
    return { chosen: open, exclusive: undefined, proven: true, walk: all };
  }
  const { chosen, proven } = searchBest(open, situation, { budget, everyOneThatMay: true, all });
  return { chosen, exclusive: undefined, proven, walk: undefined };
}

function exclusiveTaken(trials: readonly Trial[], situation: Situation): Candidate | undefined {
  let taken: Trial | undefined;
  for (const trial of trials) {
    if (!taken) taken = trial;
    else if (situation.facts.policies.exclusiveChoice === 'most-valuable' && trial.objective < taken.objective)
      taken = trial;
  }
  return taken?.candidate;
}

function hasRivals(candidates: readonly Candidate[]): boolean {
  const groups = new Set<string>();
  for (const { group } of candidates) {
    if (group === undefined) continue;
    if (groups.has(group)) return true;
    groups.add(group);
  }
  return false;
}
