import type { AllowanceEvent } from '../../domain/allowance/events.js';
import { type Allowance, evolveAllowance, noAllowance } from '../../domain/allowance/state.js';
import { allowanceAggregate } from '../../domain/allowance/stream.js';
import type { Aggregate, Recorded } from '../../domain/kernel/decider.js';
import { type AllowanceHistory, follow, newHistory } from './allowanceHistory.js';

/** An allowance, and what became of it over time. Like an allowance it is changed in place. */
export interface FollowedAllowance {
  readonly state: Allowance;
  readonly history: AllowanceHistory;
}

/** Allowances as views fold them. */
export const followedAllowance: Aggregate<FollowedAllowance, AllowanceEvent> = {
  category: allowanceAggregate.category,
  initial: { state: noAllowance, history: newHistory('') },
  evolve,
};

function evolve({ state, history }: FollowedAllowance, event: Recorded<AllowanceEvent>): FollowedAllowance {
  const { type, recordedAt: at } = event;
  const known = type === 'allowance-opened' ? newHistory(at) : history;
  const firstEnd = state.deadlines.first()?.until;
  const next = evolveAllowance(state, event);
  return { state: next, history: follow(known, next, at, firstEnd) };
}
