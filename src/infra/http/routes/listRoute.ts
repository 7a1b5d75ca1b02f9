import { z } from 'zod';
import type { Cell, Row } from '../../../projections/projection.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { minPosition } from '../requests/minPosition.js';
import { pageQuery } from '../requests/pageQuery.js';
import { fresh, freshness } from './fresh.js';
import type { Resource } from './resource.js';
import { pageSchema, shownSchema } from './resourceSchemas.js';
import { type Route, route } from './route.js';

export interface Filters<Shape extends z.ZodRawShape> {
  readonly query: Shape;
  /** The columns that must be equal. */
  readonly where: (query: z.infer<z.ZodObject<Shape>>) => Readonly<Record<string, Cell>>;
}

const NO_FILTERS: Filters<Record<never, never>> = { query: {}, where: () => ({}) };

/** `GET` of all, in the order of ids, a page at a time. */
export function listRoute<State, Shape extends z.ZodRawShape = Record<never, never>>(
  api: ApiDeps,
  resource: Resource<State>,
  filters: Filters<Shape> = NO_FILTERS as unknown as Filters<Shape>,
): Route {
  const { path, projection } = resource;
  return route({
    method: 'GET',
    path,
    summary: `List ${path.split('/').at(-1)}`,
    query: z.strictObject({ ...pageQuery, ...minPosition, ...filters.query }),
    answers: [{ status: 200, about: 'A page, in the order of ids', schema: pageSchema(shownSchema(resource)) }],
    problems: ['VIEW_BEHIND'],
    handle: async ({ caller, query: asked }) => {
      const {
        cursor,
        limit,
        'min-position': position,
      } = asked as z.infer<z.ZodObject<typeof pageQuery & typeof minPosition>>;
      await fresh(api, projection, position);
      const rows = await api.views.page(projection, {
        shop: caller.shop,
        ...(cursor !== undefined && { after: cursor }),
        limit: limit + 1,
        where: filters.where(asked as z.infer<z.ZodObject<Shape>>),
      });
      const at = api.deps.machine.now();
      const shown = ({ id, document, revision }: Row<State>) => ({ ...resource.show(id, document, at), revision });
      const items = rows.slice(0, limit);
      const next = rows.length > limit ? cursorOf(items.at(-1)!.id) : null;
      return jsonAnswer(200, { items: items.map(shown), next }, freshness(api, projection));
    },
  });
}

/** A place in a list, opaque to its reader. */
export function cursorOf(id: string): string {
  return Buffer.from(id).toString('base64url');
}
