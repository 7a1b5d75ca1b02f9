import type { DomainEvent } from '../kernel/decider.js';
import type { Terms } from '../pricing/offer.js';

/** What an operator describes: the terms of an offer and the name people know it by. */
export interface PromotionTerms extends Terms {
  readonly name: string;
}

/**
 * Stored for ever: types and fields are the storage format. Change them only by a new schema version with an
 * upcaster (commands/storedEvents.ts) and a new frozen sample.
 */
export type PromotionEvent =
  | DomainEvent<'promotion-drafted', { readonly terms: PromotionTerms }>
  | DomainEvent<'promotion-revised', { readonly terms: PromotionTerms; readonly reason?: string }>
  | DomainEvent<'promotion-published', { readonly reason: string }>
  | DomainEvent<'promotion-paused', { readonly reason?: string }>
  | DomainEvent<'promotion-resumed', { readonly reason?: string }>
  | DomainEvent<'promotion-ended', { readonly reason: string }>
  | DomainEvent<'promotion-stopped', { readonly reason: string }>;
