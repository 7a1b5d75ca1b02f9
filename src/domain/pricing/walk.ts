import { attempt, type Outcome } from './attempt.js';
import type { Candidate } from './candidate.js';
import { type LinePicks, pickLines } from './linePicks.js';
import type { Line } from './purchase.js';
import { after, type Running, runningAtList } from './running.js';
import type { Situation } from './situation.js';

/** An offer that had its turn. */
export interface Step {
  readonly candidate: Candidate;
  readonly before: Running;
  readonly outcome: Outcome;
  /** With `groupScope: line`, the lines its group left to it. */
  readonly won: readonly Line[] | undefined;
}

/** An offer that was chosen and did not get its turn. */
export interface PassedOver {
  readonly candidate: Candidate;
  readonly for: Step;
  readonly because: 'group' | 'stop';
}

export interface Walk {
  readonly steps: readonly Step[];
  readonly passedOver: readonly PassedOver[];
  readonly end: Running;
}

/** Applies a set of offers in order: each on what the ones before it left. `chosen` is sorted. */
export function applyInOrder(chosen: readonly Candidate[], situation: Situation): Walk {
  const { groupScope } = situation.facts.policies;
  const steps: Step[] = [];
  const passedOver: PassedOver[] = [];
  const takenGroups = new Map<string, Step>();
  const linePicks = new Map<string, LinePicks>();
  let stopper: Step | undefined;
  let running = runningAtList(situation);

  for (const candidate of chosen) {
    const { group } = candidate;
    if (stopper) {
      passedOver.push({ candidate, for: stopper, because: 'stop' });
      continue;
    }
    const taken = group !== undefined && takenGroups.get(group);
    if (taken) {
      passedOver.push({ candidate, for: taken, because: 'group' });
      continue;
    }
    let won: readonly Line[] | undefined;
    if (group !== undefined && groupScope === 'line') {
      const picks = linePicks.get(group) ?? pickLines(membersOf(group, chosen), running, situation);
      linePicks.set(group, picks);
      won = picks.get(candidate);
    }
    const step = { candidate, before: running, outcome: attempt(candidate, running, situation, won), won };
    steps.push(step);
    if (step.outcome.gives === 'nothing') continue;
    running = after(running, candidate, step.outcome);
    if (group !== undefined && groupScope === 'order') takenGroups.set(group, step);
    if (candidate.offer.stacking?.stopAfter) stopper = step;
  }
  return { steps, passedOver, end: running };
}

function membersOf(group: string, chosen: readonly Candidate[]): readonly Candidate[] {
  return chosen.filter((candidate) => candidate.group === group);
}
