import type { Fen } from '../kernel/money.js';
import { compareRatios } from './compareRatios.js';
import type { Policies } from './policies.js';
import type { Line } from './purchase.js';

/** Pieces (or grams, or blocks) of a line that may become free or cheaper. */
export interface Choosable {
  readonly line: Line;
  readonly units: number;
  /** The pieces or grams that the line's amount is for, and how many of them are one unit. */
  readonly of: number;
  readonly unit: number;
}

/** Lines by running price per piece, block or gram, cheapest or dearest first; ties go to the earlier line. */
export function inChoiceOrder<C extends Choosable>(
  candidates: readonly C[],
  prices: readonly Fen[],
  choice: Policies['giftChoice'],
): readonly C[] {
  if (candidates.length < 2) return candidates;
  const sign = choice === 'cheapest' ? 1 : -1;
  const price = ({ line, unit, of }: C) => ({ of: prices[line.at]!, times: unit, by: of });
  return candidates.toSorted((a, b) => sign * compareRatios(price(a), price(b)) || a.line.at - b.line.at);
}

export interface Chosen<C extends Choosable> {
  readonly candidate: C;
  readonly units: number;
}

/** Takes `count` units in choice order. What is chosen comes in line order, by which later ties go. */
export function choosePieces<C extends Choosable>(
  candidates: readonly C[],
  count: number,
  prices: readonly Fen[],
  choice: Policies['giftChoice'],
): Chosen<C>[] {
  const chosen: Chosen<C>[] = [];
  let left = count;
  for (const candidate of inChoiceOrder(candidates, prices, choice)) {
    const units = Math.min(left, candidate.units);
    if (units > 0) chosen.push({ candidate, units });
    left -= units;
  }
  return chosen.sort((a, b) => a.candidate.line.at - b.candidate.line.at);
}
