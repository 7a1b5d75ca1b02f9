import { mulDiv } from './mulDiv.js';

/**
 * Shares `amount` over `weights` by largest remainder: floors first, then 1 each to the largest fractions,
 * ties to the earlier weight. A weight of 0 gets nothing; if all are 0, so does everyone.
 * The parts sum to `amount` (to 0 when there is nothing to share over). Amount and weights are integers ≥ 0.
 * Source: Hamilton's method of apportionment.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const parts = new Array<number>(weights.length).fill(0);
  let sum = 0;
  for (const weight of weights) sum += weight;
  if (sum === 0 || amount === 0) return parts;

  const remainders = new Array<number>(weights.length).fill(0);
  const isExact = amount * sum <= Number.MAX_SAFE_INTEGER;
  let rest = amount;
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at]!;
    const remainder = isExact ? (amount * weight) % sum : exactRemainder(amount, weight, sum);
    const part = isExact ? (amount * weight - remainder) / sum : mulDiv(amount, weight, sum, 'down');
    remainders[at] = remainder;
    parts[at] = part;
    rest -= part;
  }
  for (; rest > 0; rest--) {
    const largest = firstLargest(remainders);
    parts[largest]!++;
    remainders[largest] = 0;
  }
  return parts;
}

function firstLargest(values: readonly number[]): number {
  let largest = 0;
  for (let at = 1; at < values.length; at++) if (values[at]! > values[largest]!) largest = at;
  return largest;
}

function exactRemainder(amount: number, weight: number, sum: number): number {
  return Number((BigInt(amount) * BigInt(weight)) % BigInt(sum));
}
