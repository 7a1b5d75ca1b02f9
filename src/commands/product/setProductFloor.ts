import { z } from 'zod';
import { setFloor } from '../../domain/product/decisions.js';
import type { ProductEvent } from '../../domain/product/events.js';
import type { Product } from '../../domain/product/state.js';
import type { Command } from '../command.js';
import { effectiveFrom } from '../messageFields.js';
import { aboutProducts } from './aboutProducts.js';
import { floorPrice, sku } from './productFields.js';

const message = z.strictObject({ sku, floorPrice, effectiveFrom });

/** Sets the price no discount goes below; null takes it away. */
export const setProductFloor: Command<z.infer<typeof message>, Product, ProductEvent> = {
  ...aboutProducts,
  name: 'set-product-floor',
  message,
  decide: (state, { floorPrice, effectiveFrom }, at) => setFloor(state, floorPrice, { at, effectiveFrom }),
};
