import { z } from 'zod';
import { categoriseProduct } from '../../../commands/product/categoriseProduct.js';
import { delistProduct } from '../../../commands/product/delistProduct.js';
import { describeProduct } from '../../../commands/product/describeProduct.js';
import { repriceProduct } from '../../../commands/product/repriceProduct.js';
import { setProductFloor } from '../../../commands/product/setProductFloor.js';
import { SALE_UNITS } from '../../../domain/product/events.js';
import { productChronicle } from '../../../projections/history/chronicles.js';
import type { ApiDeps } from '../apiDeps.js';
import { historyRoute } from '../history/historyRoute.js';
import { commandRoute } from '../routes/commandRoute.js';
import { listRoute } from '../routes/listRoute.js';
import { readRoute } from '../routes/readRoute.js';
import type { Route } from '../routes/route.js';
import { productResource as product } from './productResource.js';

/** The catalogue, as far as pricing needs it. */
export function productRoutes(api: ApiDeps): Route[] {
  const inPath = 'sku';
  const problems = ['PRODUCT_UNKNOWN'] as const;
  return [
    listRoute(api, product, {
      query: {
        soldBy: z.enum(SALE_UNITS).optional().meta({ description: 'Only those sold by the piece, or by weight' }),
        listed: z
          .enum(['true', 'false'])
          .optional()
          .meta({ description: 'Only those for sale, or those that are not' }),
      },
      where: ({ soldBy, listed }) => ({
        ...(soldBy !== undefined && { sold_by: soldBy }),
        ...(listed !== undefined && { listed: listed === 'true' ? 1 : 0 }),
      }),
    }),
    readRoute(api, product),
    historyRoute(api, product, productChronicle),
    commandRoute(api, product, {
      method: 'PUT',
      command: describeProduct,
      inPath,
      creates: true,
      summary: 'List a product, or make a listed one what the body says',
      example: { name: '红富士苹果', soldBy: 'weight', unitPrice: 1280, floorPrice: 800, categories: ['apple'] },
      problems: ['SALE_UNIT_FIXED'],
    }),
    commandRoute(api, product, {
      method: 'POST',
      verb: '/price',
      command: repriceProduct,
      inPath,
      summary: 'Set the list price, now or from an instant on',
      example: { unitPrice: 1180, originalPrice: 1280, effectiveFrom: '2026-12-01T00:00:00+08:00' },
      problems,
    }),
    commandRoute(api, product, {
      method: 'POST',
      verb: '/floor',
      command: setProductFloor,
      inPath,
      summary: 'Set the price no discount goes below; null takes it away',
      example: { floorPrice: 900 },
      problems,
    }),
    commandRoute(api, product, {
      method: 'POST',
      verb: '/groups',
      command: categoriseProduct,
      inPath,
      summary: 'Set the categories and tags that scopes of promotions name',
      example: { categories: ['apple', 'domestic'], tags: ['seasonal'] },
      problems,
    }),
    commandRoute(api, product, {
      method: 'POST',
      verb: '/delist',
      command: delistProduct,
      inPath,
      summary: 'Take it off sale; PUT lists it again',
      example: { reason: '季节已过' },
      problems,
    }),
  ];
}
