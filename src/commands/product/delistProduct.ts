import { z } from 'zod';
import { delist } from '../../domain/product/decisions.js';
import type { ProductEvent } from '../../domain/product/events.js';
import type { Product } from '../../domain/product/state.js';
import type { Command } from '../command.js';
import { reason } from '../messageFields.js';
import { aboutProducts } from './aboutProducts.js';
import { sku } from './productFields.js';

const message = z.strictObject({ sku, reason: reason.optional() });

/** Takes a product off sale. */
export const delistProduct: Command<z.infer<typeof message>, Product, ProductEvent> = {
  ...aboutProducts,
  name: 'delist-product',
  message,
  decide: (state, { reason }, at) => delist(state, reason, { at }),
};
