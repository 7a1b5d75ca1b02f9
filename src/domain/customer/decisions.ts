import { effective, holdsFrom, type When } from '../kernel/decider.js';
import { Rejection } from '../kernel/rejection.js';
import { changesFact } from '../kernel/timeline.js';
import type { CustomerEvent } from './events.js';
import type { Customer } from './state.js';

type Decided = readonly CustomerEvent[];

/** Makes the customer known; with a tier, sets it (null: none). Told again, records only what differs. */
export function register(state: Customer, tier: string | null | undefined, when: When): Decided {
  const registered: Decided = state.registered ? [] : [{ type: 'customer-registered', data: {} }];
  return tier === undefined ? registered : [...registered, ...tierSet(state, tier, when)];
}

/** `null` takes the tier away. @throws Rejection CUSTOMER_UNKNOWN */
export function setTier(state: Customer, tier: string | null, when: When): Decided {
  if (!state.registered) {
    throw new Rejection('CUSTOMER_UNKNOWN', 'There is no customer with this id: register it first.');
  }
  return tierSet(state, tier, when);
}

function tierSet(state: Customer, tier: string | null, when: When): Decided {
  if (tier === null && state.tier.length === 0) return [];
  if (!changesFact(state.tier, holdsFrom(when), tier)) return [];
  return effective([{ type: 'customer-tier-set', data: { tier } }], when);
}
