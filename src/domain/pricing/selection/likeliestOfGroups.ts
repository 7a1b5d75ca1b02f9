import type { Candidate } from '../candidate.js';
import type { Situation } from '../situation.js';
import { mostAtList } from './mostItCanGive.js';

/** Of each group only the member that could give most, the first of equals; and all that are in no group. */
export function likeliestOfGroups(candidates: readonly Candidate[], situation: Situation): readonly Candidate[] {
  const likeliest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (candidate.group === undefined) continue;
    const rival = likeliest.get(candidate.group);
    if (!rival || mostAtList(candidate, situation) > mostAtList(rival, situation))
      likeliest.set(candidate.group, candidate);
  }
  return candidates.filter(
    (candidate) => candidate.group === undefined || likeliest.get(candidate.group) === candidate,
  );
}
