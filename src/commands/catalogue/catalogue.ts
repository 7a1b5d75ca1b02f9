import { z } from 'zod';
import type { Command } from '../command.js';
import { registerCustomer } from '../customer/registerCustomer.js';
import { reason } from '../messageFields.js';
import { describeProduct } from '../product/describeProduct.js';
import type { DraftMessage, TermsRules } from '../promotion/describePromotion.js';
import { newPromotionId } from '../promotion/newPromotionId.js';
import { setShopPolicies } from '../shop/setShopPolicies.js';

// biome-ignore lint/suspicious/noExplicitAny: only the message matters here
type MessageOf<C> = C extends Command<infer Message, any, any, any> ? Message : never;

/** A promotion, and why it is published; without a reason it stays a draft. */
export interface CataloguePromotion extends DraftMessage {
  readonly publish?: string | undefined;
}

/** A shop written down as a whole: how it prices, what it sells, whom it knows, what it offers. */
export interface Catalogue {
  readonly policies?: MessageOf<typeof setShopPolicies> | undefined;
  readonly products: readonly MessageOf<typeof describeProduct>[];
  readonly customers: readonly MessageOf<typeof registerCustomer>[];
  readonly promotions: readonly CataloguePromotion[];
}

/** The validator of a catalogue; each entry is the message of an ordinary command. */
export function catalogueSchema(rules: TermsRules) {
  return z.strictObject({
    policies: setShopPolicies.message.optional(),
    products: z.array(describeProduct.message),
    customers: z.array(registerCustomer.message).default([]),
    promotions: z
      .array(z.strictObject({ promotion: newPromotionId, terms: rules.schema, publish: reason.optional() }))
      .default([]),
  }) satisfies z.ZodType<Catalogue>;
}
