import type { GoldenAllocationCase } from './goldenFiles.js';
import { policiesOf } from './policies.js';
import { shareByWeight, shareWithinRoom } from './sharing.js';

/** A golden `allocation` case: the parts in order, or the word for why there are none. */
export function oracleAllocate(input: GoldenAllocationCase): number[] | 'no-targets' {
  policiesOf(input.policy);
  const weights = input.weights.map(BigInt);
  if (weights.length === 0) return 'no-targets';
  const amount = BigInt(input.amount);
  const sharers = weights.map((weight) => ({ weight, room: weight }));
  const parts = input.clampToWeights === true ? shareWithinRoom(amount, sharers) : shareByWeight(amount, weights);
  return parts.map(Number);
}
