import { z } from 'zod';
import { fen, type PublishedEvent, published, reason } from './publishedEvent.js';

const price = fen.meta({ description: 'Fen, per piece or per 500 g' });

export const PRODUCT_EVENTS: Readonly<Record<string, PublishedEvent>> = {
  'product-listed': published('sku', 'product-listed', 'For sale from now on, once it has a price.', {
    name: z.string(),
    soldBy: z.enum(['piece', 'weight']),
  }),
  'product-renamed': published('sku', 'product-renamed', 'Has another name.', { name: z.string() }),
  'product-repriced': published('sku', 'product-repriced', 'Has this list price, from time on.', {
    unitPrice: price,
    originalPrice: price.optional(),
  }),
  'product-floor-set': published('sku', 'product-floor-set', 'No discount goes below this price; null: any does.', {
    floorPrice: price.nullable(),
  }),
  'product-categorised': published('sku', 'product-categorised', 'Belongs to these categories, has these tags.', {
    categories: z.array(z.string()),
    tags: z.array(z.string()),
  }),
  'product-delisted': published('sku', 'product-delisted', 'Off sale.', { reason: reason.optional() }),
};
