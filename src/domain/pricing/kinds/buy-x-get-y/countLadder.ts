import type { GiftLadder } from './definition.js';

type Step = GiftLadder['ladder'][number];

export interface Climbed {
  readonly get: number;
  readonly times: readonly number[];
  /** Pieces that no step took. */
  readonly rest: number;
  /** The least more that makes a step count once more, or Infinity. */
  readonly toNext: number;
}

/** The highest step reached, once; or greedily as often as each fits, from the highest down. `asks` is what a step takes. */
export function climbByCount({ ladder, repeat }: GiftLadder, count: number, asks: (step: Step) => number): Climbed {
  const times = ladder.map(() => 0);
  let rest = count;
  let get = 0;
  let toNext = Number.POSITIVE_INFINITY;
  for (let at = ladder.length - 1; at >= 0; at--) {
    const step = ladder[at]!;
    const fits = Math.floor(rest / asks(step));
    const taken = repeat ? fits : Math.min(fits, 1);
    times[at] = taken;
    get += taken * step.get;
    rest -= taken * asks(step);
    if (repeat || taken === 0) toNext = Math.min(toNext, asks(step) - rest);
    if (!repeat && taken > 0) break;
  }
  return { get, times, rest, toNext };
}
