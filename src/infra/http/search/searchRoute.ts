import { z } from 'zod';
import { productsProjection } from '../../../projections/products/productsProjection.js';
import { promotionsProjection } from '../../../projections/promotions/promotionsProjection.js';
import { SEARCH_STATUSES, SEARCH_TYPES } from '../../../projections/search/searchEntry.js';
import { needlesOf } from '../../../projections/search/sought.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { minPosition } from '../requests/minPosition.js';
import { pageQuery } from '../requests/pageQuery.js';
import { fresh } from '../routes/fresh.js';
import { pageSchema } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { placeOf, searchCursor } from './searchCursor.js';

const SEARCHED = [productsProjection, promotionsProjection];
const MAX_TEXT = 80;
const MAX_WORDS = 8;

const query = z.strictObject({
  q: z
    .string()
    .max(MAX_TEXT)
    .refine((text) => needlesOf(text).length > 0, 'must have a letter or a digit')
    .refine((text) => needlesOf(text).length <= MAX_WORDS, `must be at most ${MAX_WORDS} words`)
    .meta({
      description: 'Words, all of which are found: Chinese anywhere, others from the beginning of a word',
      example: '苹果',
      minLength: 1,
      pattern: '[A-Za-z0-9\\u4e00-\\u9fff]',
    }),
  type: z.enum(SEARCH_TYPES).optional().meta({ description: 'Only these' }),
  kind: z.string().max(40).optional().meta({ description: 'Only promotions of this kind' }),
  status: z
    .enum(SEARCH_STATUSES)
    .optional()
    .meta({ description: 'Only promotions of this status, or products listed or delisted' }),
  category: z
    .string()
    .max(60)
    .optional()
    .meta({ description: 'Only products in this category, and promotions for it' }),
  limit: pageQuery.limit,
  cursor: searchCursor,
  ...minPosition,
});

const found = z
  .strictObject({
    type: z.enum(SEARCH_TYPES),
    id: z.string().meta({ description: 'A SKU, or the id of a promotion' }),
    name: z.string(),
    kind: z.string().nullable().meta({ description: 'Of a promotion' }),
    status: z.enum(SEARCH_STATUSES),
    categories: z.array(z.string()),
  })
  .meta({ id: 'found' });

/** `GET /v1/search`: products and promotions by what people type. */
export function searchRoute(api: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/v1/search',
    summary: 'Find products and promotions: by id first, then by how their names begin, then by words',
    query,
    answers: [{ status: 200, about: 'A page, best first', schema: pageSchema(found) }],
    problems: ['VIEW_BEHIND'],
    handle: async ({ caller, query: asked }) => {
      const { q, cursor, limit, type, kind, status, category, 'min-position': position } = asked;
      for (const projection of SEARCHED) await fresh(api, projection, position);
      const all = await api.search.find({
        shop: caller.shop,
        text: q,
        limit: limit + 1,
        ...(position !== undefined && { position }),
        ...(type !== undefined && { type }),
        ...(kind !== undefined && { kind }),
        ...(status !== undefined && { status }),
        ...(category !== undefined && { category }),
        ...(cursor !== undefined && { after: cursor }),
      });
      const page = all.slice(0, limit);
      const next = all.length > limit ? placeOf(page.at(-1)!) : null;
      const items = page.map(({ type, id, name, kind, status, categories }) => ({
        type,
        id,
        name,
        kind,
        status,
        categories,
      }));
      return jsonAnswer(200, { items, next });
    },
  });
}
