import type { UnitLadderBenefit } from '../goldenCase.js';
import type { Claim } from '../outcome.js';
import type { View } from './view.js';
import { byLine, limitedPieces } from './view.js';

/** First piece of each line, then each further piece of it. */
export function unitLadder(view: View, benefit: UnitLadderBenefit): Claim {
  return {
    gives: true,
    byLine: byLine(view.lines, (line) => {
      const pieces = limitedPieces(line, benefit.maxUnits);
      return pieces === 0n ? 0n : BigInt(benefit.firstOff) + (pieces - 1n) * BigInt(benefit.furtherOff);
    }),
  };
}
