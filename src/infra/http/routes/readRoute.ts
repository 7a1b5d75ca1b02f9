import { z } from 'zod';
import { streamName } from '../../../domain/kernel/stream.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { Problem } from '../problems/problem.js';
import { minPosition } from '../requests/minPosition.js';
import { fresh, freshness } from './fresh.js';
import type { Resource } from './resource.js';
import { idParams, shownSchema } from './resourceSchemas.js';
import { type Route, route } from './route.js';

/** `GET` of one. */
export function readRoute<State>(api: ApiDeps, resource: Resource<State>): Route {
  const { path, idName, projection, name, unknown } = resource;
  return route({
    method: 'GET',
    path: `${path}/{${idName}}`,
    summary: `Read a ${name}`,
    params: idParams(idName),
    query: z.strictObject(minPosition),
    answers: [{ status: 200, about: `The ${name} as it is now`, schema: shownSchema(resource) }],
    problems: [unknown, 'VIEW_BEHIND'],
    handle: async ({ caller, params, query }) => {
      await fresh(api, projection, query['min-position']);
      const id = params[idName]!;
      const stream = streamName(projection.category, caller.shop, id);
      const row = (await api.views.rows(projection, [stream])).get(stream);
      if (!row) throw new Problem(unknown, `There is no ${name} ${id}.`);
      const at = api.deps.machine.now();
      const shown = {
        ...resource.show(id, row.document, at),
        ...(await resource.remarks?.(caller.shop, row.document, at)),
      };
      const headers = { etag: `"${row.revision}"`, ...freshness(api, projection) };
      return jsonAnswer(200, { ...shown, revision: row.revision }, headers);
    },
  });
}
