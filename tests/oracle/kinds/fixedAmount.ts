import type { FixedAmountBenefit, Level } from '../goldenCase.js';
import type { Claim } from '../outcome.js';
import { Unsupported } from '../policies.js';
import type { View } from './view.js';
import { byLine, limitedPieces } from './view.js';

export function fixedAmount(view: View, benefit: FixedAmountBenefit, level: Level): Claim {
  const amountOff = BigInt(benefit.amountOff);
  if (benefit.maxUnits !== undefined && level !== 'unit')
    throw new Unsupported('maxUnits of a fixed amount not per unit');
  if (level === 'order') return { gives: true, order: amountOff };
  if (level === 'line') return { gives: true, byLine: byLine(view.lines, () => amountOff) };
  // Single pieces may go below zero or floor; the line's room cuts the product afterwards.
  return { gives: true, byLine: byLine(view.lines, (line) => amountOff * limitedPieces(line, benefit.maxUnits)) };
}
