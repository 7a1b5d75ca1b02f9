import type { Recorded } from '../kernel/decider.js';
import type { Instant } from '../kernel/instant.js';
import { factAt, type Timeline, withFact } from '../kernel/timeline.js';
import { DEFAULT_POLICIES, type Policies } from '../pricing/policies.js';
import type { ShopEvent } from './events.js';

/** What a shop decided for itself; what it left open has the default. */
export interface Shop {
  readonly policies: Timeline<Partial<Policies>>;
}

export const newShop: Shop = { policies: [] };

export function evolveShop(state: Shop, event: Recorded<ShopEvent>): Shop {
  return { policies: withFact(state.policies, event.effectiveFrom, event.data.policies) };
}

export function policiesAt(shop: Shop, at: Instant): Policies {
  return { ...DEFAULT_POLICIES, ...factAt(shop.policies, at) };
}
