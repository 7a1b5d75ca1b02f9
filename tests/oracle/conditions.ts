import type { Basket, BasketLine } from './basket.js';
import type { When } from './goldenCase.js';
import type { Refusal } from './outcome.js';
import { missing, refusal } from './outcome.js';
import type { Prices } from './prices.js';
import { runningOf } from './prices.js';

/** What thresholds add up: running prices, or list prices when the policy says so. */
export function thresholdAmount(basket: Basket, prices: Prices, lines: readonly BasketLine[]): bigint {
  const original = basket.policies.thresholdBase === 'original';
  return lines.reduce((sum, line) => sum + (original ? line.list : runningOf(prices, line)), 0n);
}

export function piecesOf(lines: readonly BasketLine[]): bigint {
  return lines.reduce((sum, line) => sum + line.pieces, 0n);
}

export function gramsOf(lines: readonly BasketLine[]): bigint {
  return lines.reduce((sum, line) => sum + line.grams, 0n);
}

/** The first condition that fails, in the order of the README's list. */
export function unmetCondition(
  when: When | undefined,
  basket: Basket,
  prices: Prices,
  lines: readonly BasketLine[],
): Refusal | undefined {
  const amount = thresholdAmount(basket, prices, lines);
  if (when?.minAmount !== undefined && amount < BigInt(when.minAmount)) {
    return refusal('threshold-not-met', missing('amount', BigInt(when.minAmount) - amount));
  }
  if (when?.amountOver !== undefined && amount <= BigInt(when.amountOver)) {
    return refusal('threshold-not-met', missing('amount', BigInt(when.amountOver) + 1n - amount));
  }
  const pieces = piecesOf(lines);
  if (when?.minQuantity !== undefined && pieces < BigInt(when.minQuantity)) {
    return refusal('quantity-not-met', missing('quantity', BigInt(when.minQuantity) - pieces));
  }
  const grams = gramsOf(lines);
  if (when?.minGrams !== undefined && grams < BigInt(when.minGrams)) {
    return refusal('weight-not-met', missing('grams', BigInt(when.minGrams) - grams));
  }
  return undefined;
}
