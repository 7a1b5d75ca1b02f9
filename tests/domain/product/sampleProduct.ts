import type { ProductDescription } from '../../../src/domain/product/decisions.js';
import type { ProductEvent } from '../../../src/domain/product/events.js';

/** 红富士, 12.80 yuan a 斤, never under 9.00. */
export const fuji: ProductDescription = {
  name: '烟台红富士',
  soldBy: 'weight',
  unitPrice: 1_280,
  originalPrice: 1_580,
  floorPrice: 900,
  categories: ['apple'],
  tags: ['local'],
};

export const listed = (name = fuji.name): ProductEvent => ({
  type: 'product-listed',
  data: { name, soldBy: 'weight' },
});
export const renamed = (name: string): ProductEvent => ({ type: 'product-renamed', data: { name } });
export const repriced = (unitPrice: number, originalPrice?: number): ProductEvent => ({
  type: 'product-repriced',
  data: { unitPrice, ...(originalPrice !== undefined && { originalPrice }) },
});
export const floorSet = (floorPrice: number | null): ProductEvent => ({
  type: 'product-floor-set',
  data: { floorPrice },
});
export const categorised = (categories: readonly string[], tags: readonly string[] = []): ProductEvent => ({
  type: 'product-categorised',
  data: { categories, tags },
});
export const delisted: ProductEvent = { type: 'product-delisted', data: {} };

/** What describing it the first time records. */
export const asDescribed: readonly ProductEvent[] = [
  listed(),
  repriced(1_280, 1_580),
  floorSet(900),
  categorised(['apple'], ['local']),
];
