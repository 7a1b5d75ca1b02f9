import type { Fen } from '../../../kernel/money.js';
import { mulDiv } from '../../../kernel/mulDiv.js';
import { type BasisPoints, WHOLE } from '../../../kernel/rate.js';
import type { Line } from '../../purchase.js';

interface PercentOfParts {
  readonly amount: Fen;
  /** Rounded down to whole fen, for people; the amount is reckoned from the exact sum. */
  readonly base: Fen;
}

/** A percentage of the sum of (parts of) lines, rounded once. `maxUnits` counts for each line. */
export function percentOfParts(
  lines: readonly Line[],
  baseOf: (line: Line) => Fen,
  bp: BasisPoints,
  maxUnits: number | undefined,
): PercentOfParts {
  let whole = 0;
  const parts: { readonly numerator: bigint; readonly denominator: bigint }[] = [];
  for (const line of lines) {
    if (maxUnits === undefined || (line.pieces > 0 && line.pieces <= maxUnits)) whole += baseOf(line);
    else if (line.pieces > 0) {
      parts.push({ numerator: BigInt(baseOf(line)) * BigInt(maxUnits), denominator: BigInt(line.pieces) });
    }
  }
  if (parts.length === 0) return { amount: mulDiv(whole, bp, WHOLE), base: whole };
  let numerator = BigInt(whole);
  let denominator = 1n;
  for (const part of parts) {
    numerator = numerator * part.denominator + part.numerator * denominator;
    denominator *= part.denominator;
  }
  const divisor = denominator * BigInt(WHOLE);
  return {
    amount: Number((numerator * BigInt(bp) * 2n + divisor) / (divisor * 2n)),
    base: Number(numerator / denominator),
  };
}
