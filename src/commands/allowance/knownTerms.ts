import type { AllowanceTerms } from '../../domain/allowance/events.js';
import type { Allowance } from '../../domain/allowance/state.js';
import { Rejection } from '../../domain/kernel/rejection.js';

/** What an allowance knows of itself. @throws Rejection ALLOWANCE_UNKNOWN */
export function knownTerms({ terms }: Allowance): AllowanceTerms {
  if (terms) return terms;
  throw new Rejection('ALLOWANCE_UNKNOWN', 'This allowance was never opened.');
}
