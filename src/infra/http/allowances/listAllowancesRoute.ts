import { z } from 'zod';
import { localId } from '../../../commands/messageFields.js';
import { ALLOWANCE_UNITS } from '../../../domain/allowance/events.js';
import { allowancesProjection } from '../../../projections/allowances/allowancesProjection.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { minPosition } from '../requests/minPosition.js';
import { pageQuery } from '../requests/pageQuery.js';
import { fresh, freshness } from '../routes/fresh.js';
import { cursorOf } from '../routes/listRoute.js';
import { pageSchema } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { allowanceSchema, shownAllowance } from './allowanceShown.js';

const query = z.strictObject({
  ...pageQuery,
  ...minPosition,
  promotion: localId.optional().meta({ description: 'Only those of this promotion' }),
  unit: z.enum(ALLOWANCE_UNITS).optional().meta({ description: 'Only those that count this' }),
});

/** `GET` of all: which there are, from the table; what is left of each, as it is followed. */
export function listAllowancesRoute(api: ApiDeps): Route {
  const { view, machine } = api.deps;
  return route({
    method: 'GET',
    path: '/v1/allowances',
    summary: 'List allowances',
    query,
    answers: [{ status: 200, about: 'A page, in the order of ids', schema: pageSchema(allowanceSchema) }],
    problems: ['VIEW_BEHIND'],
    handle: async ({ caller: { shop }, query: { limit, cursor, promotion, unit, 'min-position': position } }) => {
      await fresh(api, allowancesProjection, position);
      if (position !== undefined) await view.reached(position);
      const rows = await api.views.page(allowancesProjection, {
        shop,
        ...(cursor !== undefined && { after: cursor }),
        limit: limit + 1,
        where: { ...(promotion !== undefined && { promotion }), ...(unit !== undefined && { unit }) },
      });
      const ids = rows.slice(0, limit).map(({ id }) => id);
      const known = await Promise.all(ids.map((id) => view.allowance(shop, id)));
      const at = machine.now();
      const items = ids.flatMap((id, n) => {
        const { state, revision } = known[n] ?? {};
        return state ? [{ ...shownAllowance(id, state, at), revision }] : [];
      });
      const next = rows.length > limit ? cursorOf(ids.at(-1)!) : null;
      return jsonAnswer(200, { items, next }, freshness(api, allowancesProjection));
    },
  });
}
