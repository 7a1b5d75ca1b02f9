import { attempt, type Outcome } from './attempt.js';
import type { Candidate } from './candidate.js';
import { type LinePicks, pickLines } from './linePicks.js';
import type { Line } from './purchase.js';
import { after, type Running } from './running.js';
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
  /** With `groupScope: line`: what each group's members may act on, decided at its first member. */
  readonly linePicks: ReadonlyMap<string, LinePicks> | undefined;
}

/** Where a walk begins that goes on from the middle of another. */
export interface Standing {
  readonly running: Running;
  /** Those that gave before, in order. */
  readonly gave: readonly Candidate[];
  readonly takenGroups: ReadonlyMap<string, Step> | undefined;
  readonly linePicks: ReadonlyMap<string, LinePicks> | undefined;
}

/** Applies a set of offers in order: each on what the ones before it left. `chosen` is sorted. */
export function applyInOrder(chosen: readonly Candidate[], situation: Situation, from?: Standing): Walk {
  const byLine = situation.facts.policies.groupScope === 'line';
  const steps: Step[] = [];
  const passedOver: PassedOver[] = [];
  let takenGroups = from?.takenGroups && new Map(from.takenGroups);
  let linePicks = from?.linePicks && new Map(from.linePicks);
  let stopper: Step | undefined;
  let running = from?.running ?? situation.atList;

  for (const candidate of chosen) {
    const { group } = candidate;
    if (stopper) {
      passedOver.push({ candidate, for: stopper, because: 'stop' });
      continue;
    }
    let won: readonly Line[] | undefined;
    if (group !== undefined) {
      const taken = takenGroups?.get(group);
      if (taken) {
        passedOver.push({ candidate, for: taken, because: 'group' });
        continue;
      }
      if (byLine) {
        linePicks ??= new Map();
        const picks = linePicks.get(group) ?? pickLines(membersOf(group, chosen), running, situation);
        linePicks.set(group, picks);
        won = picks.get(candidate);
      }
    }
    const step = { candidate, before: running, outcome: attempt(candidate, running, situation, won), won };
    steps.push(step);
    if (step.outcome.gives === 'nothing') continue;
    running = after(running, candidate, step.outcome);
    if (group !== undefined && !byLine) {
      takenGroups ??= new Map();
      takenGroups.set(group, step);
    }
    if (candidate.offer.stacking?.stopAfter) stopper = step;
  }
  return { steps, passedOver, end: running, linePicks };
}

/** Where a walk stood before the turn of an offer. */
export function standingBefore(candidate: Candidate, { steps, linePicks }: Walk, from: Standing | undefined): Standing {
  const gave = from ? [...from.gave] : [];
  const takenGroups = new Map(from?.takenGroups);
  const picks = linePicks && new Map(from?.linePicks);
  let at = 0;
  for (; steps[at]!.candidate !== candidate; at++) {
    const step = steps[at]!;
    const { group } = step.candidate;
    if (group !== undefined) picks?.set(group, linePicks!.get(group)!);
    if (step.outcome.gives === 'nothing') continue;
    gave.push(step.candidate);
    if (group !== undefined && !picks) takenGroups.set(group, step);
  }
  return { running: steps[at]!.before, gave, takenGroups, linePicks: picks };
}

function membersOf(group: string, chosen: readonly Candidate[]): readonly Candidate[] {
  return chosen.filter((candidate) => candidate.group === group);
}
