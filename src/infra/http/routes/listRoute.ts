import { z } from 'zod';
import type { Instant } from '../../../domain/kernel/instant.js';
import { type PastPage, pageAsOf } from '../../../projections/asOf/pageAsOf.js';
import type { Cell } from '../../../projections/projection.js';
import type { PageQuery } from '../../../projections/viewStore.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { minPosition } from '../requests/minPosition.js';
import { pageQuery } from '../requests/pageQuery.js';
import { AS_OF_PROBLEMS, askedAsOf, asOfQuery, effectiveAtQuery } from './asOf.js';
import { fresh, shownTo } from './fresh.js';
import type { Resource } from './resource.js';
import { pageSchema, shownSchema } from './resourceSchemas.js';
import { type Route, route } from './route.js';

export interface Filters<Shape extends z.ZodRawShape> {
  readonly query: Shape;
  /** The columns that must be equal. */
  readonly where: (query: z.infer<z.ZodObject<Shape>>) => Readonly<Record<string, Cell>>;
  /** Those of them whose cells never change. */
  readonly fixed?: readonly string[];
}

const NO_FILTERS: Filters<Record<never, never>> = { query: {}, where: () => ({}) };

type Query = z.infer<z.ZodObject<typeof pageQuery & typeof minPosition & typeof asOfQuery>> & {
  readonly 'effective-at'?: Instant;
};

/** `GET` of all, in the order of ids, a page at a time. */
export function listRoute<State, Shape extends z.ZodRawShape = Record<never, never>>(
  api: ApiDeps,
  resource: Resource<State>,
  filters: Filters<Shape> = NO_FILTERS as unknown as Filters<Shape>,
): Route {
  const { path, projection, until } = resource;
  const { query, where, fixed = [] } = filters;
  return route({
    method: 'GET',
    path,
    summary: `List ${path.split('/').at(-1)}`,
    query: z.strictObject({
      ...pageQuery,
      ...minPosition,
      ...asOfQuery,
      ...(until && effectiveAtQuery),
      ...query,
    }),
    answers: [{ status: 200, about: 'A page, in the order of ids', schema: pageSchema(shownSchema(resource)) }],
    problems: ['VIEW_BEHIND', ...AS_OF_PROBLEMS],
    handle: async ({ caller, query: asked }) => {
      const { cursor, limit, 'min-position': position, 'as-of': said, 'effective-at': trueAt } = asked as Query;
      await fresh(api, projection, position);
      const asOf = await askedAsOf(api, said, [projection]);
      const page = {
        shop: caller.shop,
        ...(cursor !== undefined && { after: cursor }),
        where: where(asked as z.infer<z.ZodObject<Shape>>),
        limit,
      };
      const { rows, next } =
        asOf || trueAt !== undefined
          ? await pageAsOf(
              { store: api.deps.store, views: api.views },
              projection,
              { ...page, fixed, ...(trueAt !== undefined && { seen: (state: State) => until!(state, trueAt) }) },
              asOf?.position ?? null,
            )
          : await pageOfNow(api, resource, page);
      const at = trueAt ?? asOf?.at ?? api.deps.machine.now();
      const items = rows.map(({ id, document, revision }) => ({ ...resource.show(id, document, at), revision }));
      return jsonAnswer(200, { items, next: next === null ? null : cursorOf(next) }, shownTo(api, projection, asOf));
    },
  });
}

async function pageOfNow<State>(
  { views }: ApiDeps,
  { projection }: Resource<State>,
  query: PageQuery,
): Promise<PastPage<State>> {
  const { limit } = query;
  const found = await views.page(projection, { ...query, limit: limit + 1 });
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? rows.at(-1)!.id : null };
}

/** A place in a list, opaque to its reader. */
export function cursorOf(id: string): string {
  return Buffer.from(id).toString('base64url');
}
