import { z } from 'zod';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Policies } from '../../domain/pricing/policies.js';
import type { PromotionTerms } from '../../domain/promotion/events.js';
import type { QuoteRequest } from '../../domain/quote/request.js';
import { type AsOfSaid, asOfSaid } from '../asOf/asOfSaid.js';
import { freeText, instant, localId } from '../messageFields.js';
import type { TermsRules } from '../promotion/describePromotion.js';
import { quoteRequest } from '../quote/quoteMessage.js';
import { policiesSchema } from '../shop/setShopPolicies.js';

/** What is otherwise than in the shop. */
export interface Variant {
  readonly name?: string | undefined;
  /** In force as well: drafts, paused promotions and those of the message, by id; `true`: all drafts and all of those. */
  readonly with?: boolean | readonly string[] | undefined;
  /** Promotions left out. */
  readonly without?: readonly string[] | undefined;
  /** Policies that hold instead of the shop's. */
  readonly policies?: Partial<Policies> | undefined;
}

export interface PreviewMessage extends Omit<QuoteRequest, 'changes'> {
  readonly at?: Instant | undefined;
  /** With what the log knew then. */
  readonly asOf?: AsOfSaid | undefined;
  readonly explain: 'touching' | 'all' | 'trace';
  /** Terms that nobody has drafted, by id; those of a known promotion stand in the place of its own. */
  readonly promotions: Readonly<Record<string, PromotionTerms>>;
  readonly variants?: readonly Variant[] | undefined;
}

const MOST_PROMOTIONS = 20;

const variant = z
  .strictObject({
    name: freeText(60),
    with: z.union([z.boolean(), z.array(localId).max(200)]).meta({
      description:
        'In force as well: drafts, paused promotions and those of `promotions`; true: all drafts and all those',
    }),
    without: z.array(localId).max(200).meta({ description: 'Promotions left out' }),
    policies: policiesSchema.meta({ description: 'Hold instead of the shop’s' }),
  })
  .partial()
  .meta({ id: 'preview-variant' });

/** The validator of a preview: the basket of a quote, and what is otherwise. */
export function previewMessage(rules: TermsRules): z.ZodType<PreviewMessage> {
  return quoteRequest.omit({ changes: true }).extend({
    at: instant.optional().meta({ description: 'Any instant, past or to come; default: now, or that of `asOf`' }),
    asOf: asOfSaid.optional(),
    explain: z.enum(['touching', 'all', 'trace']).default('touching').meta({
      description: 'Offers whose scope touches the basket; all offers; or every step with running prices',
    }),
    promotions: z
      .record(localId, rules.schema)
      .refine((terms) => Object.keys(terms).length <= MOST_PROMOTIONS, `must be at most ${MOST_PROMOTIONS}`)
      .default({})
      .meta({ description: 'Terms nobody has drafted yet, by id; variants name them' }),
    variants: z.array(variant).min(1).max(2).optional().meta({
      description: 'Two are compared. Default: the shop as it is and, when there are `promotions`, with all of them',
    }),
  }) as unknown as z.ZodType<PreviewMessage>;
}

/** The variants a message means. */
export function variantsOf({
  variants,
  promotions,
}: Pick<PreviewMessage, 'promotions' | 'variants'>): readonly Variant[] {
  const given = Object.keys(promotions);
  return variants ?? (given.length > 0 ? [{}, { with: given }] : [{}]);
}
