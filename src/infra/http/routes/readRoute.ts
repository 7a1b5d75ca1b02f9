import { z } from 'zod';
import type { AsOf } from '../../../commands/asOf/asOf.js';
import type { PricingView } from '../../../commands/pricingView.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import { type StreamName, streamName } from '../../../domain/kernel/stream.js';
import { PAST_TABLES, pricingViewAsOf } from '../../../projections/asOf/pricingViewAsOf.js';
import { rowAsOf } from '../../../projections/asOf/rowAsOf.js';
import type { Row } from '../../../projections/projection.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { Problem } from '../problems/problem.js';
import { minPosition } from '../requests/minPosition.js';
import { AS_OF_PROBLEMS, askedAsOf, asOfQuery, effectiveAtQuery } from './asOf.js';
import { fresh, shownTo } from './fresh.js';
import type { Resource } from './resource.js';
import { idParams, shownSchema } from './resourceSchemas.js';
import { type Route, route } from './route.js';

/** `GET` of one. */
export function readRoute<State>(api: ApiDeps, resource: Resource<State>): Route {
  const { path, idName, projection, name, unknown, remarks } = resource;
  const tables = remarks ? PAST_TABLES : [projection];
  return route({
    method: 'GET',
    path: `${path}/{${idName}}`,
    summary: `Read a ${name}`,
    params: idParams(idName),
    query: z.strictObject({ ...minPosition, ...asOfQuery, ...(resource.until && effectiveAtQuery) }),
    answers: [{ status: 200, about: `The ${name} as it is now, or was then`, schema: shownSchema(resource) }],
    problems: [unknown, 'VIEW_BEHIND', ...AS_OF_PROBLEMS],
    handle: async ({ caller: { shop }, params, query }) => {
      const { 'min-position': position, 'as-of': said, 'effective-at': trueAt } = query as Query;
      await fresh(api, projection, position);
      const asOf = await askedAsOf(api, said, tables);
      const id = params[idName]!;
      const row = await rowOf(api, resource, streamName(projection.category, shop, id), asOf);
      const document = row && trueAt !== undefined ? resource.until!(row.document, trueAt) : row?.document;
      if (!row || document === undefined) throw new Problem(unknown, `There is no ${name} ${id}.`);
      const at = trueAt ?? asOf?.at ?? api.deps.machine.now();
      const shown = {
        ...resource.show(id, document, at),
        ...(await remarks?.(await viewOf(api, shop, asOf), shop, document, at)),
      };
      const headers = { etag: `"${row.revision}"`, ...shownTo(api, projection, asOf) };
      return jsonAnswer(200, { ...shown, revision: row.revision }, headers);
    },
  });
}

type Query = z.infer<z.ZodObject<typeof minPosition & typeof asOfQuery>> & { readonly 'effective-at'?: Instant };

async function rowOf<State>(
  { views, deps: { store } }: ApiDeps,
  { projection }: Resource<State>,
  stream: StreamName,
  asOf: AsOf | null,
): Promise<Row<State> | undefined> {
  const row = (await views.rows(projection, [stream])).get(stream);
  return row && asOf ? rowAsOf(store, projection, row, asOf.position) : row;
}

async function viewOf({ deps, views }: ApiDeps, shop: string, asOf: AsOf | null): Promise<PricingView> {
  return asOf
    ? pricingViewAsOf({ store: deps.store, views }, asOf, shop, { customer: undefined, skus: 'all' })
    : deps.view;
}
