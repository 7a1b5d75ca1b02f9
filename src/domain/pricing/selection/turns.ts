import type { Fen } from '../../kernel/money.js';
import type { Candidate } from '../candidate.js';
import type { Running } from '../running.js';
import type { Walk } from '../walk.js';

/** It had its turn, or was left out. */
export const TO_NOBODY = -1;
/** To one that had its turn before this walk began. */
export const FOR_GOOD = -2;

/** A walk, by position of the candidates: how each fared. */
export interface Turns {
  /** Whether it gave something, be it of no stated value. */
  readonly gave: readonly boolean[];
  /** What each gave, in fen of the objective; 0 for nothing and for no turn. */
  readonly given: readonly Fen[];
  /** Where pricing stood at its turn; undefined when it had none in this walk. */
  readonly before: readonly (Running | undefined)[];
  /** The position of the one for which it was passed over, or TO_NOBODY, or FOR_GOOD. */
  readonly yielded: readonly number[];
}

/** `walk` went through `candidates` from a position on, but for some left out. */
export function turnsOf({ steps, passedOver }: Walk, candidates: readonly Candidate[], from: number): Turns {
  const { length } = candidates;
  const gave = new Array<boolean>(length).fill(false);
  const given = new Array<Fen>(length).fill(0);
  const before = new Array<Running | undefined>(length).fill(undefined);
  const yielded = new Array<number>(length).fill(TO_NOBODY);
  let next = 0;
  let passed = 0;
  for (let at = from; at < length; at++) {
    const candidate = candidates[at]!;
    if (steps[next]?.candidate === candidate) {
      const step = steps[next++]!;
      before[at] = step.before;
      const { outcome } = step;
      if (outcome.gives === 'nothing') continue;
      gave[at] = true;
      given[at] = outcome.amount + outcome.delivery + outcome.giftValue;
    } else if (passedOver[passed]?.candidate === candidate) {
      const other = candidates.indexOf(passedOver[passed++]!.for.candidate);
      yielded[at] = other >= from ? other : FOR_GOOD;
    }
  }
  return { gave, given, before, yielded };
}
