import { neverHappens, type Recorded } from '../kernel/decider.js';
import type { Instant } from '../kernel/instant.js';
import { factAt, factsUntil, latestFact, type Timeline, withFact } from '../kernel/timeline.js';
import type { PromotionEvent, PromotionTerms } from './events.js';

export const PROMOTION_STATUSES = ['draft', 'published', 'paused', 'ended', 'stopped'] as const;
export type PromotionStatus = (typeof PROMOTION_STATUSES)[number];

/** Both timelines are empty until it is drafted. */
export interface Promotion {
  readonly terms: Timeline<PromotionTerms>;
  readonly status: Timeline<PromotionStatus>;
}

export const noPromotion: Promotion = { terms: [], status: [] };

export function evolvePromotion(state: Promotion, event: Recorded<PromotionEvent>): Promotion {
  const from = event.effectiveFrom;
  switch (event.type) {
    case 'promotion-drafted':
      return { terms: withFact(state.terms, from, event.data.terms), status: withFact(state.status, from, 'draft') };
    case 'promotion-revised':
      return { ...state, terms: withFact(state.terms, from, event.data.terms) };
    case 'promotion-published':
    case 'promotion-resumed':
      return { ...state, status: withFact(state.status, from, 'published') };
    case 'promotion-paused':
      return { ...state, status: withFact(state.status, from, 'paused') };
    case 'promotion-ended':
      return { ...state, status: withFact(state.status, from, 'ended') };
    case 'promotion-stopped':
      return { ...state, status: withFact(state.status, from, 'stopped') };
    default:
      return neverHappens(event);
  }
}

/** The status recorded last; undefined: never drafted. */
export function statusOf(promotion: Promotion): PromotionStatus | undefined {
  return latestFact(promotion.status);
}

/** The terms recorded last, whenever they take effect. */
export function termsOf(promotion: Promotion): PromotionTerms | undefined {
  return latestFact(promotion.terms);
}

/** The terms an offer has at `at`, or undefined when it is not in force then. */
export function termsInForce(promotion: Promotion, at: Instant): PromotionTerms | undefined {
  return factAt(promotion.status, at) === 'published' ? factAt(promotion.terms, at) : undefined;
}

/** The promotion with only what was true by `at`; undefined: it was not there yet. */
export function promotionUntil({ terms, status }: Promotion, at: Instant): Promotion | undefined {
  const until = { terms: factsUntil(terms, at), status: factsUntil(status, at) };
  return until.status.length > 0 && until.terms.length > 0 ? until : undefined;
}
