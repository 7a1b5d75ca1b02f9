import { z } from 'zod';
import { amount, freeText, localId, unitPrice, word } from '../messageFields.js';

/** Fields that commands about products share. */
export const sku = localId;
export const price = { unitPrice, originalPrice: unitPrice.optional() };
export const floorPrice = amount.max(100_000_000).nullable();
export const groups = {
  categories: z.array(word).max(20),
  tags: z.array(word).max(20),
};
export const name = freeText(100);
