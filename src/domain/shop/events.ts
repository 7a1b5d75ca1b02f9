import type { DomainEvent } from '../kernel/decider.js';
import type { Policies } from '../pricing/policies.js';

/** Stored for ever: see promotion/events.ts. */
export type ShopEvent = DomainEvent<
  'shop-policies-set',
  { readonly policies: Partial<Policies>; readonly reason: string }
>;
