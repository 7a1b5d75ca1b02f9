import type { BasketLine } from '../basket.js';
import { amountAt } from '../basket.js';
import type { PriceBenefit } from '../goldenCase.js';
import type { Claim } from '../outcome.js';
import { runningOf } from '../prices.js';
import { rational, roundHalfUp, smallest, subtract } from '../rational.js';
import type { View } from './view.js';
import { byLine, partOf } from './view.js';

/** Flash, member and fixed prices: from the running price down to the amount at that price, never up. */
export function unitPrice(view: View, benefit: PriceBenefit): Claim {
  if (benefit.limit === undefined) {
    return {
      gives: true,
      byLine: byLine(view.lines, (line) => runningOf(view.prices, line) - amountAt(line.golden, benefit.price)),
    };
  }
  const isOfPieces = benefit.limit.quantity !== undefined;
  let left = BigInt(benefit.limit.quantity ?? benefit.limit.grams ?? 0);
  return {
    gives: true,
    byLine: byLine(view.lines, (line) => {
      const n = isOfPieces ? line.pieces : line.grams;
      const covered = smallest(left, n);
      // The limit is used up line by line, whether or not the price is lower than the line's running price.
      left -= covered;
      return coveredOff(view, line, benefit.price, covered, n);
    }),
  };
}

/** Covers k of n pieces or grams: their running price, exactly, less their amount at the price, rounded as a line amount. */
function coveredOff(view: View, line: BasketLine, price: number, k: bigint, n: bigint): bigint {
  if (k === 0n) return 0n;
  const share = partOf(runningOf(view.prices, line), k, n);
  const perPieceOrJin =
    line.golden.grams === undefined ? rational(BigInt(price) * k) : rational(BigInt(price) * line.grams * k, n * 500n);
  return roundHalfUp(subtract(share, rational(roundHalfUp(perPieceOrJin))));
}
