// Two quotients of doubles that differ by more than this part of themselves differ exactly.
const SURE = 1e-12;

/** The order of `a / b` and `c / d`, exactly; b, d > 0. Negative when the first is smaller. */
export function compareRatios(a: number, b: number, c: number, d: number): number {
  const difference = a / b - c / d;
  if (Math.abs(difference) > SURE * (a / b + c / d)) return difference;
  const exact = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}
