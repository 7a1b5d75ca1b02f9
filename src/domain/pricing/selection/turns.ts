import type { Fen } from '../../kernel/money.js';
import type { Candidate } from '../candidate.js';
import type { Step, Walk } from '../walk.js';

/** It had its turn, or was left out. */
export const TO_NOBODY = -1;

/** A walk, by position of the candidates: how each fared. */
export interface Turns {
  /** Its turn; undefined when it had none in this walk. */
  readonly steps: readonly (Step | undefined)[];
  /** The position of the one for which it was passed over, or TO_NOBODY. */
  readonly yielded: readonly number[];
}

/** `walk` went through `candidates`, but for some left out and perhaps some before it began. */
export function turnsOf(walk: Walk, candidates: readonly Candidate[]): Turns {
  const steps: (Step | undefined)[] = [];
  const yielded: number[] = [];
  let next = 0;
  let passed = 0;
  for (let at = 0; at < candidates.length; at++) {
    const candidate = candidates[at]!;
    const step = walk.steps[next]?.candidate === candidate ? walk.steps[next++] : undefined;
    steps.push(step);
    if (!step && walk.passedOver[passed]?.candidate === candidate) {
      yielded.push(candidates.indexOf(walk.passedOver[passed++]!.for.candidate));
    } else yielded.push(TO_NOBODY);
  }
  return { steps, yielded };
}

/** What it gave, in fen of the objective; 0 for nothing and for no turn. */
export function givenAt({ steps }: Turns, position: number): Fen {
  const outcome = steps[position]?.outcome;
  return outcome?.gives === 'something' ? outcome.amount + outcome.delivery + outcome.giftValue : 0;
}

/** Whether it gave something, be it of no stated value. */
export function gaveAt({ steps }: Turns, position: number): boolean {
  return steps[position]?.outcome.gives === 'something';
}

/** By how many fen its goods must cost more at its turn before it can give more; 0 when that is not known. */
export function raiseForMore({ before, outcome, won }: Step): Fen {
  // Lines that are closed to it, or went to rivals, may come back with their whole price.
  if (won || before.closed) return 0;
  if (outcome.gives === 'nothing') return outcome.shortfall?.amount ?? 0;
  const isCutShort = outcome.amount !== outcome.reckoned;
  return isCutShort ? 0 : (outcome.explained.nextRung?.()?.shortfall.amount ?? 0);
}
