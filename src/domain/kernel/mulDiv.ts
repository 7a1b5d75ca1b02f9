export type Rounding = 'half-up' | 'down' | 'up';

/**
 * `a × b / divisor`, exactly, rounded once. All arguments are non-negative safe integers, divisor > 0.
 * Within 2^53 it is plain arithmetic; a larger product goes through BigInt, so the answer never depends on size.
 * @throws RangeError when the result itself is no safe integer.
 */
export function mulDiv(a: number, b: number, divisor: number, rounding: Rounding = 'half-up'): number {
  const product = a * b;
  if (product > Number.MAX_SAFE_INTEGER) return exactMulDiv(a, b, divisor, rounding);
  const rest = product % divisor;
  const quotient = (product - rest) / divisor;
  return rest > 0 && roundsUp(rest, divisor, rounding) ? quotient + 1 : quotient;
}

// rest ≥ divisor - rest says "twice the rest reaches the divisor" without leaving the safe integers.
function roundsUp(rest: number, divisor: number, rounding: Rounding): boolean {
  return rounding === 'up' || (rounding === 'half-up' && rest >= divisor - rest);
}

function exactMulDiv(a: number, b: number, divisor: number, rounding: Rounding): number {
  const product = BigInt(a) * BigInt(b);
  const quotient = Number(product / BigInt(divisor));
  const rest = Number(product % BigInt(divisor));
  const result = rest > 0 && roundsUp(rest, divisor, rounding) ? quotient + 1 : quotient;
  if (!Number.isSafeInteger(result)) throw new RangeError(`${a} × ${b} / ${divisor} is beyond the safe integers`);
  return result;
}
