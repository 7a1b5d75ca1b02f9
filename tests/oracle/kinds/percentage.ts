import type { BasketLine } from '../basket.js';
import { amountAt } from '../basket.js';
import { piecesOf } from '../conditions.js';
import type { Level, PercentageBenefit } from '../goldenCase.js';
import type { Claim, Refusal } from '../outcome.js';
import { missing, refusal } from '../outcome.js';
import { runningOf } from '../prices.js';
import type { Rational } from '../rational.js';
import { add, rational, roundHalfUp, subtract } from '../rational.js';
import type { View } from './view.js';
import { byLine, limitedPieces, partOf, percentBaseOf, percentOf } from './view.js';

export function percentage(view: View, benefit: PercentageBenefit, level: Level): Claim | Refusal {
  const pieces = piecesOf(view.counted);
  const ladder = [...(benefit.ladder ?? [])].sort((a, b) => a.fromQuantity - b.fromQuantity);
  const reached = ladder.filter(({ fromQuantity }) => BigInt(fromQuantity) <= pieces).at(-1);
  const next = ladder.find(({ fromQuantity }) => BigInt(fromQuantity) > pieces);
  const gap = next === undefined ? undefined : missing('quantity', BigInt(next.fromQuantity) - pieces);
  const rate = benefit.ladder === undefined ? benefit.percentOffBp : reached?.percentOffBp;
  if (rate === undefined) return refusal('quantity-not-met', gap);
  const claim = claimAtLevel(view, rate, benefit.maxUnits, level);
  return gap === undefined ? claim : { ...claim, nextRung: gap };
}

function claimAtLevel(view: View, rate: number, maxUnits: number | undefined, level: Level): Claim {
  if (level === 'order') {
    // The sum in scope takes in lines without room; only the sharing leaves them out.
    const base = view.lines.reduce<Rational>((sum, line) => add(sum, reachedPart(view, line, maxUnits)), rational(0n));
    return { gives: true, order: roundHalfUp(percentOf(base, rate)) };
  }
  const off = level === 'line' ? lineOff : unitOff;
  return { gives: true, byLine: byLine(view.lines, (line) => off(view, line, rate, maxUnits)) };
}

/** Running price x k / n for the k of n pieces that the benefit reaches; the whole line when it names no number. */
function reachedPart(view: View, line: BasketLine, maxUnits: number | undefined): Rational {
  const base = percentBaseOf(view, line);
  return maxUnits === undefined ? rational(base) : partOf(base, limitedPieces(line, maxUnits), line.pieces);
}

function lineOff(view: View, line: BasketLine, rate: number, maxUnits: number | undefined): bigint {
  const reached = maxUnits === undefined ? 1n : limitedPieces(line, maxUnits);
  const of = maxUnits === undefined ? 1n : line.pieces;
  return roundHalfUp(offFor(view, line, rate, reached, of));
}

/** One piece, rounded, times the pieces reached. A weighed line without pieces has none. */
function unitOff(view: View, line: BasketLine, rate: number, maxUnits: number | undefined): bigint {
  return roundHalfUp(offFor(view, line, rate, 1n, line.pieces)) * limitedPieces(line, maxUnits);
}

/** Of part k of n: the percentage, or (productBase originalPrice) what leads down to the former price less it. */
function offFor(view: View, line: BasketLine, rate: number, k: bigint, n: bigint): Rational {
  const former = line.golden.originalPrice;
  if (view.basket.policies.productBase === 'currentPrice' || former === undefined) {
    return percentOf(partOf(percentBaseOf(view, line), k, n), rate);
  }
  const formerPart = partOf(amountAt(line.golden, former), k, n);
  return subtract(partOf(runningOf(view.prices, line), k, n), percentOf(formerPart, 10_000 - rate));
}
