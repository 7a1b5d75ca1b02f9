import { belowGrams, belowQuantity } from '../../nothing.js';
import type { Line } from '../../purchase.js';

/** Whose turn it is when pieces (or the grams of blocks) are laid end to end and every nth is cheaper. */
export interface Turns {
  readonly cheaper: number;
  /** How many more until the next that is cheaper. */
  readonly toNext: number;
}

/** Of every `nth` blocks of `block` units the last is cheaper, as far as it is filled. A piece is a block of one. */
export function turnsAmong(units: number, nth: number, block: number): Turns {
  const cycle = nth * block;
  const into = units % cycle;
  const started = Math.max(0, into - (cycle - block));
  const next = (started > 0 ? 2 * cycle : cycle) - block + 1;
  return { cheaper: Math.floor(units / cycle) * block + started, toNext: next - into };
}

interface Missing {
  readonly quantity?: number;
  readonly grams?: number;
}

/** The least more weight that fills so many blocks: those that are nearly full are filled first. */
export function gramsForBlocks(blocks: number, lines: readonly Line[], unitGrams: number): number {
  const started = lines.map((line) => line.grams % unitGrams).sort((a, b) => b - a);
  let grams = blocks * unitGrams;
  for (const there of started.slice(0, blocks)) grams -= there;
  return grams;
}

export function notYet({ quantity, grams }: Missing, facts: () => Readonly<Record<string, unknown>>) {
  return grams === undefined ? belowQuantity(quantity ?? 0, facts) : belowGrams(grams, facts);
}
