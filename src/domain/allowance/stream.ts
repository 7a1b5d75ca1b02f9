import type { Aggregate } from '../kernel/decider.js';
import type { AllowanceEvent } from './events.js';
import { type Allowance, evolveAllowance, noAllowance } from './state.js';

export const allowanceAggregate: Aggregate<Allowance, AllowanceEvent> = {
  category: 'allowance',
  initial: noAllowance,
  evolve: evolveAllowance,
};
