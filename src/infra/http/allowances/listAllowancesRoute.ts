import { z } from 'zod';
import { localId } from '../../../commands/messageFields.js';
import { ALLOWANCE_UNITS } from '../../../domain/allowance/events.js';
import { streamName } from '../../../domain/kernel/stream.js';
import { allowancesProjection } from '../../../projections/allowances/allowancesProjection.js';
import { allowanceAsOf } from '../../../projections/asOf/allowanceAsOf.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { minPosition } from '../requests/minPosition.js';
import { pageQuery } from '../requests/pageQuery.js';
import { AS_OF_PROBLEMS, askedAsOf, asOfQuery } from '../routes/asOf.js';
import { fresh, shownTo } from '../routes/fresh.js';
import { cursorOf } from '../routes/listRoute.js';
import { pageSchema } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { allowanceSchema, shownAllowance } from './allowanceShown.js';

const query = z.strictObject({
  ...pageQuery,
  ...minPosition,
  ...asOfQuery,
  promotion: localId.optional().meta({ description: 'Only those of this promotion' }),
  unit: z.enum(ALLOWANCE_UNITS).optional().meta({ description: 'Only those that count this' }),
});

/** `GET` of all: which there are, from the table; what is left of each, as it is followed. */
export function listAllowancesRoute(api: ApiDeps): Route {
  const { view, machine, store } = api.deps;
  return route({
    method: 'GET',
    path: '/v1/allowances',
    summary: 'List allowances',
    query,
    answers: [{ status: 200, about: 'A page, in the order of ids', schema: pageSchema(allowanceSchema) }],
    problems: ['VIEW_BEHIND', ...AS_OF_PROBLEMS],
    handle: async ({ caller: { shop }, query }) => {
      const { limit, cursor, promotion, unit, 'min-position': position, 'as-of': said } = query;
      await fresh(api, allowancesProjection, position);
      if (position !== undefined) await view.reached(position);
      const asOf = await askedAsOf(api, said);
      const rows = await api.views.page(allowancesProjection, {
        shop,
        ...(cursor !== undefined && { after: cursor }),
        limit: limit + 1,
        where: { ...(promotion !== undefined && { promotion }), ...(unit !== undefined && { unit }) },
      });
      const ids = rows.slice(0, limit).map(({ id }) => id);
      const known = await Promise.all(
        ids.map((id) =>
          asOf
            ? allowanceAsOf(store, streamName(allowancesProjection.category, shop, id), asOf.position)
            : view.allowance(shop, id),
        ),
      );
      const at = asOf?.at ?? machine.now();
      const items = ids.flatMap((id, n) => {
        const { state, revision } = known[n] ?? {};
        return state?.terms ? [{ ...shownAllowance(id, state, at), revision }] : [];
      });
      const next = rows.length > limit ? cursorOf(ids.at(-1)!) : null;
      return jsonAnswer(200, { items, next }, shownTo(api, allowancesProjection, asOf));
    },
  });
}
