// Two quotients of doubles that differ by more than this part of themselves differ exactly.
const SURE = 1e-12;

/** A product over a whole number: `of × times / by`. */
export interface Ratio {
  readonly of: number;
  readonly times: number;
  readonly by: number;
}

/** The order of two ratios of integers, exactly. Negative when the first is smaller. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const [first, second] = [(a.of * a.times) / a.by, (b.of * b.times) / b.by];
  const difference = first - second;
  if (Math.abs(difference) > SURE * (first + second)) return difference;
  const exact = BigInt(a.of) * BigInt(a.times) * BigInt(b.by) - BigInt(b.of) * BigInt(b.times) * BigInt(a.by);
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}
