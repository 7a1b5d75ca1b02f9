import type { Basket, BasketLine } from '../basket.js';
import type { Prices } from '../prices.js';
import { runningOf } from '../prices.js';
import type { Rational } from '../rational.js';
import { multiply, rational } from '../rational.js';

/** What a kind sees when it computes: the prices before it, the lines it counts and the lines it may lower. */
export interface View {
  readonly basket: Basket;
  readonly prices: Prices;
  /** Open lines in scope: conditions and thresholds add them up. */
  readonly counted: readonly BasketLine[];
  /** The same, but for the lines that another member of a line group has won. */
  readonly lines: readonly BasketLine[];
}

/** The base of percentages and of nth-item: the running price, or the list price when the policy says so. */
export function percentBaseOf(view: View, line: BasketLine): bigint {
  return view.basket.policies.percentBase === 'original' ? line.list : runningOf(view.prices, line);
}

/** Part k of n pieces or grams of an amount, exactly. Nothing of nothing is nothing. */
export function partOf(amount: bigint, k: bigint, n: bigint): Rational {
  return n === 0n ? rational(0n) : rational(amount * k, n);
}

export function percentOf(amount: Rational, percentOffBp: number): Rational {
  return multiply(amount, rational(BigInt(percentOffBp), 10_000n));
}

/** How many pieces of a line a benefit reaches; `maxUnits` counts for each line. */
export function limitedPieces(line: BasketLine, maxUnits: number | undefined): bigint {
  return maxUnits === undefined || BigInt(maxUnits) > line.pieces ? line.pieces : BigInt(maxUnits);
}

export function byLine(lines: readonly BasketLine[], amountOf: (line: BasketLine) => bigint): Map<string, bigint> {
  return new Map(lines.map((line) => [line.id, amountOf(line)]));
}
