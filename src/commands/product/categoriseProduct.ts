import { z } from 'zod';
import { categorise } from '../../domain/product/decisions.js';
import type { ProductEvent } from '../../domain/product/events.js';
import type { Product } from '../../domain/product/state.js';
import type { Command } from '../command.js';
import { effectiveFrom } from '../messageFields.js';
import { aboutProducts } from './aboutProducts.js';
import { groups, sku } from './productFields.js';

const message = z.strictObject({ sku, ...groups, effectiveFrom });

/** Sets the categories and tags that scopes of promotions name. */
export const categoriseProduct: Command<z.infer<typeof message>, Product, ProductEvent> = {
  ...aboutProducts,
  name: 'categorise-product',
  message,
  decide: (state, { categories, tags, effectiveFrom }, at) =>
    categorise(state, { categories, tags }, { at, effectiveFrom }),
};
