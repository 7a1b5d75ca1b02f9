import { mulDiv } from './mulDiv.js';

/**
 * Shares `amount` over `weights` by largest remainder: floors first, then 1 each to the largest fractions,
 * ties to the earlier weight. A weight of 0 gets nothing; if all are 0, so does everyone.
 * The parts sum to `amount` (to 0 when there is nothing to share over). Amount and weights are integers ≥ 0.
 * Source: Hamilton's method of apportionment.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  let sum = 0;
  for (const weight of weights) sum += weight;
  if (sum === 0 || amount === 0) return weights.map(() => 0);

  const parts = weights.map((weight) => mulDiv(amount, weight, sum, 'down'));
  let rest = amount;
  for (const part of parts) rest -= part;
  if (rest === 0) return parts;

  const remainders = weights.map((weight) => remainder(amount, weight, sum));
  const order = weights.map((_, index) => index).sort((i, j) => remainders[j]! - remainders[i]! || i - j);
  for (let k = 0; k < rest; k++) parts[order[k]!]!++;
  return parts;
}

function remainder(amount: number, weight: number, sum: number): number {
  const product = amount * weight;
  return product <= Number.MAX_SAFE_INTEGER ? product % sum : Number((BigInt(amount) * BigInt(weight)) % BigInt(sum));
}
