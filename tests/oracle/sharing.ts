/**
 * Largest remainder: floor shares, then one fen each to the largest fractions, ties to the earlier weight.
 * A weight of zero gets nothing; when all weights are zero nothing is shared out. Negative amounts mirror positive ones.
 */
export function shareByWeight(amount: bigint, weights: readonly bigint[]): bigint[] {
  if (amount < 0n) return shareByWeight(-amount, weights).map((part) => -part);
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) return weights.map(() => 0n);
  const parts = weights.map((weight) => (amount * weight) / whole);
  const byFraction = weights
    .map((weight, at) => ({ at, fraction: (amount * weight) % whole }))
    .sort((a, b) => (a.fraction === b.fraction ? a.at - b.at : a.fraction > b.fraction ? -1 : 1));
  let left = amount - parts.reduce((sum, part) => sum + part, 0n);
  for (const { at } of byFraction) {
    if (left === 0n) break;
    parts[at] = (parts[at] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}

export interface Sharer {
  readonly weight: bigint;
  readonly room: bigint;
}

/**
 * Shares by weight over those with room; what one refuses is shared again, by the same weights, over those that still
 * have room, until the amount is used up or no room is left.
 */
export function shareWithinRoom(amount: bigint, sharers: readonly Sharer[]): bigint[] {
  const taken = sharers.map(() => 0n);
  let left = amount;
  while (left > 0n) {
    const open = sharers.flatMap(({ weight, room }, at) => (room > (taken[at] ?? 0n) ? [{ weight, room, at }] : []));
    const parts = shareByWeight(
      left,
      open.map(({ weight }) => weight),
    );
    let refused = left;
    open.forEach(({ room, at }, index) => {
      const had = taken[at] ?? 0n;
      const part = parts[index] ?? 0n;
      const fits = part < room - had ? part : room - had;
      taken[at] = had + fits;
      refused -= fits;
    });
    if (refused === left) break;
    left = refused;
  }
  return taken;
}
