import { neverHappens, type Recorded } from '../kernel/decider.js';
import type { Instant } from '../kernel/instant.js';
import { factsUntil, type Timeline, withFact } from '../kernel/timeline.js';
import type { CustomerEvent } from './events.js';

export interface Customer {
  readonly registered: boolean;
  /** Member tier; null: none. */
  readonly tier: Timeline<string | null>;
}

export const noCustomer: Customer = { registered: false, tier: [] };

export function evolveCustomer(state: Customer, event: Recorded<CustomerEvent>): Customer {
  switch (event.type) {
    case 'customer-registered':
      return { ...state, registered: true };
    case 'customer-tier-set':
      return { ...state, tier: withFact(state.tier, event.effectiveFrom, event.data.tier) };
    default:
      return neverHappens(event);
  }
}

/** The customer with only the tiers that held by `at`: from when one is registered is no fact of its own. */
export function customerUntil({ registered, tier }: Customer, at: Instant): Customer {
  return { registered, tier: factsUntil(tier, at) };
}
