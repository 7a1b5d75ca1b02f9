import { z } from 'zod';
import { type Policies, RETURN_POLICIES } from '../../domain/pricing/policies.js';
import { setPolicies } from '../../domain/shop/decisions.js';
import type { ShopEvent } from '../../domain/shop/events.js';
import type { Shop } from '../../domain/shop/state.js';
import { SETTINGS, shopAggregate } from '../../domain/shop/stream.js';
import type { Command } from '../command.js';
import { effectiveFrom, reason } from '../messageFields.js';

const base = z.enum(['running', 'original']);

export const policiesSchema = z
  .strictObject({
    selection: z.enum(['best-for-customer', 'priority']),
    percentBase: base,
    thresholdBase: base,
    productBase: z.enum(['currentPrice', 'originalPrice']),
    exclusiveChoice: z.enum(['priority', 'most-valuable']),
    groupPick: z.enum(['best', 'priority']),
    groupScope: z.enum(['order', 'line']),
    giftChoice: z.enum(['cheapest', 'dearest']),
    partGift: z.boolean(),
    partUnits: z.enum(['whole', 'prorate']),
    returns: z.enum(RETURN_POLICIES),
    negativeRefund: z.enum(['forbidden', 'debt']),
    actualWeightThreshold: z.enum(['actual', 'ordered']),
    couponOnReturn: z.enum(['when-all-returned', 'never']),
    afterCancel: z.enum(['reusable', 'consumed']),
    greatestDiscountBp: z.int().min(0).max(10_000).meta({ description: 'Of the list prices of a purchase' }),
  })
  .partial();

const message = z.strictObject({ policies: policiesSchema, reason, effectiveFrom });

/** Decides how the shop prices where honest shops differ; what is not named has the default. */
export const setShopPolicies: Command<z.infer<typeof message>, Shop, ShopEvent> = {
  name: 'set-shop-policies',
  roles: ['operator'],
  message,
  aggregate: shopAggregate,
  target: () => SETTINGS,
  decide: (state, { policies, reason, effectiveFrom }, at) =>
    setPolicies(state, policies as Partial<Policies>, reason, { at, effectiveFrom }),
};
