import { z } from 'zod';
import { handle } from '../../../commands/command.js';
import { policiesSchema, setShopPolicies } from '../../../commands/shop/setShopPolicies.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import { streamName } from '../../../domain/kernel/stream.js';
import { factAt } from '../../../domain/kernel/timeline.js';
import { newShop, policiesAt, type Shop } from '../../../domain/shop/state.js';
import { SETTINGS } from '../../../domain/shop/stream.js';
import { rowAsOf } from '../../../projections/asOf/rowAsOf.js';
import { policiesChronicle } from '../../../projections/history/chronicles.js';
import { shopsProjection } from '../../../projections/shops/shopsProjection.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { singleHistoryRoute } from '../history/historyRoute.js';
import { commandContext } from '../requests/commandContext.js';
import { minPosition } from '../requests/minPosition.js';
import { AS_OF_PROBLEMS, askedAsOf, asOfQuery, effectiveAtQuery } from '../routes/asOf.js';
import { fresh, shownTo } from '../routes/fresh.js';
import { inStoredOrder } from '../routes/inStoredOrder.js';
import { changedSchema, revision } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { told, upcoming, upcomingSchema } from '../routes/upcoming.js';
import { written } from '../routes/written.js';

const PATH = '/v1/shop/policies';

const fields = {
  policies: policiesSchema.meta({ description: 'All of them, as they hold now' }),
  decided: policiesSchema.meta({ description: 'Those the shop decided itself; the others have their defaults' }),
  upcoming: upcomingSchema({ decided: policiesSchema }),
};

/** How the caller's shop prices where honest shops differ. */
export function shopRoutes(api: ApiDeps): Route[] {
  const schema = changedSchema({ name: 'policies', fields });
  return [
    route({
      method: 'GET',
      path: PATH,
      summary: 'Read how the shop prices where honest shops differ',
      query: z.strictObject({ ...minPosition, ...asOfQuery, ...effectiveAtQuery }),
      answers: [
        {
          status: 200,
          about: 'The policies as they hold now',
          schema: z.strictObject({
            ...fields,
            revision: revision.nullable().meta({ description: 'null: all are defaults' }),
          }),
        },
      ],
      problems: ['VIEW_BEHIND', ...AS_OF_PROBLEMS],
      handle: async ({ caller, query }) => {
        await fresh(api, shopsProjection, query['min-position']);
        const asOf = await askedAsOf(api, query['as-of'], [shopsProjection]);
        const stream = streamName(shopsProjection.category, caller.shop, SETTINGS);
        const now = (await api.views.rows(shopsProjection, [stream])).get(stream);
        const row = now && asOf ? await rowAsOf(api.deps.store, shopsProjection, now, asOf.position) : now;
        const shown = show(row?.document ?? newShop, query['effective-at'] ?? asOf?.at ?? api.deps.machine.now());
        const headers = { ...(row && { etag: `"${row.revision}"` }), ...shownTo(api, shopsProjection, asOf) };
        return jsonAnswer(200, { ...shown, revision: row?.revision ?? null }, headers);
      },
    }),
    singleHistoryRoute(api, { path: PATH, id: SETTINGS, name: 'policies' }, policiesChronicle),
    route({
      method: 'PUT',
      path: PATH,
      summary: 'Set the policies; what is not named goes back to its default',
      body: setShopPolicies.message,
      example: { policies: { selection: 'priority', greatestDiscountBp: 5000 }, reason: '控制毛利' },
      answers: [
        { status: 200, about: 'The policies after the change', schema },
        { status: 201, about: 'The policies, set for the first time', schema },
      ],
      command: { name: setShopPolicies.name, roles: setShopPolicies.roles },
      handle: async (request) => {
        const context = commandContext(api.deps.machine, request);
        const outcome = await handle(api.deps, setShopPolicies, context, request.body);
        return written(api, outcome, PATH, show);
      },
    }),
  ];
}

function show(shop: Shop, at: Instant) {
  return {
    policies: inStoredOrder(policiesAt(shop, at)),
    decided: inStoredOrder(factAt(shop.policies, at) ?? {}),
    upcoming: upcoming(at, [told(shop.policies, (decided) => ({ decided: inStoredOrder(decided) }))]),
  };
}
