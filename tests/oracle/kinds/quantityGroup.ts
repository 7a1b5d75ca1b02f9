import { piecesOf } from '../conditions.js';
import type { QuantityGroupBenefit } from '../goldenCase.js';
import type { Claim, Refusal } from '../outcome.js';
import { missing, refusal } from '../outcome.js';
import { smallest } from '../rational.js';
import type { View } from './view.js';
import { byLine } from './view.js';

/** Full groups run over all lines in scope, lines filled in order. */
export function quantityGroup(view: View, benefit: QuantityGroupBenefit): Claim | Refusal {
  const size = BigInt(benefit.groupSize);
  const pieces = piecesOf(view.lines);
  if (pieces < size) return refusal('quantity-not-met', missing('quantity', size - pieces));
  let left = (pieces / size) * size;
  return {
    gives: true,
    nextRung: missing('quantity', size - (pieces % size)),
    byLine: byLine(view.lines, (line) => {
      const grouped = smallest(left, line.pieces);
      left -= grouped;
      return grouped * BigInt(benefit.amountOffEach);
    }),
  };
}
