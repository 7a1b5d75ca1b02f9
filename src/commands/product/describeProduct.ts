import { z } from 'zod';
import { describe } from '../../domain/product/decisions.js';
import { type ProductEvent, SALE_UNITS } from '../../domain/product/events.js';
import type { Product } from '../../domain/product/state.js';
import type { Command } from '../command.js';
import { effectiveFrom } from '../messageFields.js';
import { aboutProducts } from './aboutProducts.js';
import { floorPrice, groups, name, price, sku } from './productFields.js';

const message = z.strictObject({
  sku,
  name,
  soldBy: z.enum(SALE_UNITS),
  ...price,
  floorPrice: floorPrice.default(null),
  categories: groups.categories.default([]),
  tags: groups.tags.default([]),
  effectiveFrom,
});

/** Lists a product, or makes a listed one what the message says. */
export const describeProduct: Command<z.infer<typeof message>, Product, ProductEvent> = {
  ...aboutProducts,
  name: 'describe-product',
  message,
  decide: (state, { effectiveFrom, originalPrice, ...described }, at) =>
    describe(state, { ...described, ...(originalPrice !== undefined && { originalPrice }) }, { at, effectiveFrom }),
};
