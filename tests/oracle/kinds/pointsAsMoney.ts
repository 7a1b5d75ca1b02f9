import type { PointsBenefit } from '../goldenCase.js';
import type { Claim } from '../outcome.js';
import { roomOf } from '../prices.js';
import { smallest } from '../rational.js';
import type { View } from './view.js';

/** Points are used whole: as many as the customer has, the promotion allows, the cap and the room hold. */
export function pointsAsMoney(view: View, benefit: PointsBenefit, cap: bigint | undefined): Claim {
  const fenPerPoint = BigInt(benefit.fenPerPoint);
  const room = view.lines.reduce((sum, line) => sum + roomOf(view.prices, line), 0n);
  const allowed = benefit.maxPoints === undefined ? undefined : BigInt(benefit.maxPoints);
  const points = smallest(view.prices.pointsLeft, allowed, smallest(room, cap) / fenPerPoint);
  return { gives: true, order: points * fenPerPoint, pointsSpent: points };
}
