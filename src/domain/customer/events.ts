import type { DomainEvent } from '../kernel/decider.js';

/** Stored for ever: see promotion/events.ts. Ids are opaque; nothing personal is kept. */
export type CustomerEvent =
  | DomainEvent<'customer-registered', Readonly<Record<string, never>>>
  | DomainEvent<'customer-tier-set', { readonly tier: string | null }>;
