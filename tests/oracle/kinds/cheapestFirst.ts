import type { BasketLine } from '../basket.js';
import { runningOf } from '../prices.js';
import { compare, rational } from '../rational.js';
import type { View } from './view.js';

/** What is counted of a line: pieces, grams, or blocks of grams. */
export interface Countable {
  readonly line: BasketLine;
  readonly count: bigint;
  /** One countable's running price is the line's running price x `unit` / `of`. */
  readonly unit: bigint;
  readonly of: bigint;
}

export function inPieces(lines: readonly BasketLine[]): Countable[] {
  return lines.flatMap((line) => (line.pieces === 0n ? [] : [{ line, count: line.pieces, unit: 1n, of: line.pieces }]));
}

export function inGrams(lines: readonly BasketLine[]): Countable[] {
  return lines.flatMap((line) => (line.grams === 0n ? [] : [{ line, count: line.grams, unit: 1n, of: line.grams }]));
}

/** Cheapest (or dearest) running price per countable first; ties to the earlier line. */
export function byGiftChoice(view: View, countables: readonly Countable[]): Countable[] {
  const sign = view.basket.policies.giftChoice === 'cheapest' ? 1 : -1;
  const priceOf = ({ line, unit, of }: Countable) => rational(runningOf(view.prices, line) * unit, of);
  return [...countables].sort((a, b) => sign * compare(priceOf(a), priceOf(b)));
}

export function totalCount(countables: readonly Countable[]): bigint {
  return countables.reduce((sum, { count }) => sum + count, 0n);
}
