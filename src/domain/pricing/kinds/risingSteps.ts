import type { Fault } from '../kind.js';

/** Faults of a ladder whose steps do not rise: each must ask more than the one before it and give more. */
export function notRising<Step>(
  ladder: readonly Step[],
  asks: keyof Step & string,
  gives: keyof Step & string,
  pointer = '/benefit/ladder',
): Fault[] {
  const faults: Fault[] = [];
  for (let at = 1; at < ladder.length; at++) {
    for (const field of [asks, gives]) {
      const before = Number(ladder[at - 1]![field]);
      if (Number(ladder[at]![field]) > before) continue;
      faults.push({
        pointer: `${pointer}/${at}/${field}`,
        code: 'LADDER_NOT_RISING',
        message: `Step ${at + 1} must have a ${field} above ${before}, that of the step before it.`,
      });
    }
  }
  return faults;
}
