import type { BasketLine } from '../basket.js';
import { basketOf } from '../basket.js';
import { gramsOf, piecesOf } from '../conditions.js';
import type { GoldenLine } from '../goldenCase.js';
import type { Dice } from './dice.js';
import { greatestBasket } from './lines.js';

/** What the basket is like, so that thresholds and amounts fall near the points where answers change. */
export interface Terrain {
  readonly lines: readonly BasketLine[];
  readonly subtotal: number;
  readonly pieces: number;
  readonly grams: number;
}

export function terrainOf(lines: readonly GoldenLine[]): Terrain {
  const basket = basketOf({ lines, promotions: [] });
  return {
    lines: basket.lines,
    subtotal: Number(basket.subtotal),
    pieces: Number(piecesOf(basket.lines)),
    grams: Number(gramsOf(basket.lines)),
  };
}

/** Mostly below, often close to, sometimes exactly at or one above a whole. Never below 1. */
export function near(dice: Dice, whole: number): number {
  const value = dice.weighted<() => number>([
    [() => whole, 2],
    [() => whole + 1, 1],
    [() => whole - 1, 1],
    [() => dice.between(1, whole), 6],
    [() => Math.floor((whole * dice.between(60, 100)) / 100), 5],
    [() => whole + dice.between(1, Math.ceil(whole / 2) + 1), 2],
  ])();
  return Math.min(Math.max(1, value), greatestBasket);
}

/** An amount off: mostly a small part of the whole, sometimes a few fen, sometimes more than there is. */
export function amountOff(dice: Dice, whole: number): number {
  const value = dice.weighted<() => number>([
    [() => dice.between(1, Math.ceil(whole / 4) + 1), 8],
    [() => dice.between(1, 9), 3],
    [() => dice.between(1, whole + 5), 2],
    [() => whole + dice.between(0, 100), 1],
  ])();
  return Math.min(Math.max(1, value), greatestBasket);
}

export function rate(dice: Dice): number {
  return dice.weighted<() => number>([
    [() => dice.pick([500, 1000, 1500, 2000, 2500, 3000, 5000]), 6],
    [() => dice.between(1, 9_999), 4],
    [() => 3_333, 1],
    [() => 10_000, 1],
  ])();
}
