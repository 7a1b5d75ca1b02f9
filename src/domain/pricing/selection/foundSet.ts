import type { Fen } from '../../kernel/money.js';
import { type Candidate, isLimited } from '../candidate.js';

/** A set of offers that all gave something, in order, and what the customer's best is decided by. */
export interface FoundSet {
  readonly chosen: readonly Candidate[];
  /** These, and with `groupScope: line` the members that shared the picks and gave nothing. */
  readonly members: readonly Candidate[];
  readonly objective: Fen;
  readonly coupons: number;
  readonly limited: number;
}

export function foundSet(
  chosen: readonly Candidate[],
  objective: Fen,
  members: readonly Candidate[] = chosen,
): FoundSet {
  let coupons = 0;
  let limited = 0;
  for (const candidate of chosen) {
    if (candidate.offer.coupon) coupons++;
    if (isLimited(candidate)) limited++;
  }
  return { chosen, members, objective, coupons, limited };
}

/**
 * Less to pay, then fewer coupons, then fewer limited offers, then the set that has the first offer, in order, in
 * which they differ.
 */
export function isBetter(a: FoundSet, b: FoundSet, order: (candidate: Candidate) => number): boolean {
  const difference = a.objective - b.objective || a.coupons - b.coupons || a.limited - b.limited;
  return difference !== 0 ? difference < 0 : hasFirstDifference(a.chosen, b.chosen, order);
}

function hasFirstDifference(
  a: readonly Candidate[],
  b: readonly Candidate[],
  order: (candidate: Candidate) => number,
): boolean {
  for (let i = 0; i < a.length; i++) {
    if (i >= b.length) return true;
    if (a[i] !== b[i]) return order(a[i]!) < order(b[i]!);
  }
  return false;
}
