import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/instant.js';
import { SALE_UNITS } from '../../../domain/product/events.js';
import { latestProduct, type Product, productAt, productUntil } from '../../../domain/product/state.js';
import { productsProjection } from '../../../projections/products/productsProjection.js';
import type { Resource } from '../routes/resource.js';
import { told, upcoming, upcomingSchema } from '../routes/upcoming.js';

const price = z.int().meta({ description: 'Fen, per piece or per 500 g', example: 1280 });

const held = {
  unitPrice: price,
  originalPrice: price.nullable().meta({ description: 'Former price, shown struck through' }),
  floorPrice: price.nullable().meta({ description: 'No discount goes below it' }),
  categories: z.array(z.string()),
  tags: z.array(z.string()),
  listed: z.boolean().meta({ description: 'Whether it is for sale now' }),
};

/** A product as callers see it. */
export const productResource: Resource<Product> = {
  name: 'product',
  path: '/v1/products',
  idName: 'sku',
  projection: productsProjection,
  unknown: 'PRODUCT_UNKNOWN',
  fields: { sku: z.string(), name: z.string(), soldBy: z.enum(SALE_UNITS), ...held, upcoming: upcomingSchema(held) },
  show,
  until: productUntil,
};

function show(sku: string, product: Product, at: Instant) {
  const now = productAt(product, at);
  // Listed from a later instant only: it is shown as it will be, but not as for sale.
  const shown = now ?? latestProduct(product)!;
  const { name, soldBy, unitPrice, originalPrice = null, floorPrice, categories, tags } = shown;
  return {
    sku,
    name,
    soldBy,
    unitPrice,
    originalPrice,
    floorPrice,
    categories,
    tags,
    listed: now?.listed ?? false,
    upcoming: upcoming(at, [
      told(product.listed, (listed) => ({ listed })),
      told(product.price, ({ unitPrice, originalPrice = null }) => ({ unitPrice, originalPrice })),
      told(product.floor, (floorPrice) => ({ floorPrice })),
      told(product.groups, ({ categories, tags }) => ({ categories, tags })),
    ]),
  };
}
