import { attempt, type Outcome } from '../attempt.js';
import type { Candidate } from '../candidate.js';
import { after, objective } from '../running.js';
import type { Situation } from '../situation.js';

/** What an exclusive offer does alone, on list prices. */
export interface Trial {
  readonly candidate: Candidate;
  readonly outcome: Outcome;
  readonly objective: number;
}

export function isExclusive({ offer }: Candidate): boolean {
  return offer.stacking?.exclusive === 'order';
}

export function tryAlone(candidate: Candidate, situation: Situation): Trial {
  const start = situation.atList;
  const outcome = attempt(candidate, start, situation);
  const end = outcome.gives === 'nothing' ? start : after(start, candidate, outcome);
  return { candidate, outcome, objective: objective(end) };
}

export function givesAlone(trial: Trial): boolean {
  return trial.outcome.gives === 'something';
}
