import { mulDiv } from '../kernel/mulDiv.js';
import { type Grams, JIN, MAX_LINE_GRAMS } from '../kernel/weight.js';
import type { Shortfall } from '../pricing/quote.js';
import type { ProductAt } from '../product/state.js';

/** So much of one product. */
export type Size = { readonly quantity: number } | { readonly grams: Grams };

const MAX_PIECES = 100_000;
/** Nobody weighs out 137 g: what is added by weight is whole hundreds of grams. */
const WEIGHING_STEP: Grams = 100;

/**
 * The least of a product, in whole pieces or hundreds of grams, that closes a shortfall at list price; undefined when
 * it cannot: what costs nothing fills no amount, loose weight counts as no piece.
 */
export function amountToAdd(
  shortfall: Shortfall,
  { soldBy, unitPrice }: Pick<ProductAt, 'soldBy' | 'unitPrice'>,
): Size | undefined {
  const { amount, quantity, grams } = shortfall;
  if (soldBy === 'piece') {
    const pieces = quantity ?? (amount !== undefined && unitPrice > 0 ? Math.ceil(amount / unitPrice) : undefined);
    return pieces !== undefined && pieces <= MAX_PIECES ? { quantity: pieces } : undefined;
  }
  const exact = grams ?? (amount !== undefined && unitPrice > 0 ? mulDiv(amount, JIN, unitPrice, 'up') : undefined);
  if (exact === undefined) return undefined;
  const weighed = Math.ceil(exact / WEIGHING_STEP) * WEIGHING_STEP;
  return weighed <= MAX_LINE_GRAMS ? { grams: weighed } : undefined;
}
