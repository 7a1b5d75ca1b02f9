import { z } from 'zod';
import { reprice } from '../../domain/product/decisions.js';
import type { ProductEvent } from '../../domain/product/events.js';
import type { Product } from '../../domain/product/state.js';
import type { Command } from '../command.js';
import { effectiveFrom } from '../messageFields.js';
import { aboutProducts } from './aboutProducts.js';
import { price, sku } from './productFields.js';

const message = z.strictObject({ sku, ...price, effectiveFrom });

/** Sets the list price, now or from an instant. */
export const repriceProduct: Command<z.infer<typeof message>, Product, ProductEvent> = {
  ...aboutProducts,
  name: 'reprice-product',
  message,
  decide: (state, { unitPrice, originalPrice, effectiveFrom }, at) =>
    reprice(state, { unitPrice, ...(originalPrice !== undefined && { originalPrice }) }, { at, effectiveFrom }),
};
