import { z } from 'zod';
import { catalogueFaults, type KnownProducts } from '../../domain/promotion/catalogueFaults.js';
import { draft, type FindFaults, revise } from '../../domain/promotion/decisions.js';
import type { PromotionEvent, PromotionTerms } from '../../domain/promotion/events.js';
import type { Promotion } from '../../domain/promotion/state.js';
import type { Command } from '../command.js';
import { effectiveFrom, localId, reason } from '../messageFields.js';
import { aboutPromotions } from './aboutPromotions.js';
import { namedProducts } from './namedProducts.js';
import { newPromotionId } from './newPromotionId.js';

/** What the kinds in use make of terms: their schema, and the faults a schema cannot say. */
export interface TermsRules {
  readonly schema: z.ZodType<PromotionTerms>;
  readonly findFaults: FindFaults;
  /** Whether a name is a time zone. */
  readonly isZone: (name: string) => boolean;
}

export interface DraftMessage {
  readonly promotion: string;
  readonly terms: PromotionTerms;
}

/** Writes a promotion down; it is not in force before it is published. */
export function draftPromotion(rules: TermsRules): Command<DraftMessage, Promotion, PromotionEvent, KnownProducts> {
  return {
    ...aboutPromotions,
    name: 'draft-promotion',
    message: z.strictObject({ promotion: newPromotionId, terms: rules.schema }),
    facts: namedProducts,
    decide: (state, { terms }, _, products) => draft(state, terms, allFaults(rules, products)),
  };
}

export interface ReviseMessage extends DraftMessage {
  readonly reason?: string | undefined;
  readonly effectiveFrom?: string | undefined;
}

/** Replaces the terms; of a published one only what RUNNING_MAY_CHANGE allows. */
export function revisePromotion(rules: TermsRules): Command<ReviseMessage, Promotion, PromotionEvent, KnownProducts> {
  return {
    ...aboutPromotions,
    name: 'revise-promotion',
    message: z.strictObject({ promotion: localId, terms: rules.schema, reason: reason.optional(), effectiveFrom }),
    facts: namedProducts,
    decide: (state, { terms, reason, effectiveFrom }, at, products) =>
      revise(state, terms, reason, { at, effectiveFrom }, allFaults(rules, products)),
  };
}

function allFaults({ findFaults }: TermsRules, products: KnownProducts): FindFaults {
  return (terms) => [...findFaults(terms), ...catalogueFaults(terms, products)];
}
