import { effective, holdsFrom, type When } from '../kernel/decider.js';
import { changesFact } from '../kernel/timeline.js';
import type { Policies } from '../pricing/policies.js';
import type { ShopEvent } from './events.js';
import type { Shop } from './state.js';

/** Sets all policies the shop decides itself; those not named go back to the default. */
export function setPolicies(
  state: Shop,
  policies: Partial<Policies>,
  reason: string,
  when: When,
): readonly ShopEvent[] {
  if (!changesFact(state.policies, holdsFrom(when), policies)) return [];
  return effective([{ type: 'shop-policies-set', data: { policies, reason } }], when);
}
