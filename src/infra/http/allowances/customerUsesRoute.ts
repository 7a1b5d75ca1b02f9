import { z } from 'zod';
import { allowanceIdsOf } from '../../../commands/allowance/takesOfOffer.js';
import { localId } from '../../../commands/messageFields.js';
import { ALLOWANCE_UNITS } from '../../../domain/allowance/events.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { minPosition } from '../requests/minPosition.js';
import { idParams } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { shownUse, useShape } from './useShown.js';

const use = z
  .strictObject({ allowance: z.string(), promotion: z.string(), unit: z.enum(ALLOWANCE_UNITS), ...useShape })
  .meta({ id: 'customer-use' });

/** `GET` of what a customer has of the limited offers in force, or of one promotion. */
export function customerUsesRoute(api: ApiDeps): Route {
  const { view, machine } = api.deps;
  return route({
    method: 'GET',
    path: '/v1/customers/{id}/uses',
    summary: 'Read what a customer has used and holds of limited offers',
    params: idParams('id'),
    query: z.strictObject({
      ...minPosition,
      promotion: localId.optional().meta({ description: 'Of this one, in force or not; default: of all in force' }),
    }),
    answers: [{ status: 200, about: 'By allowance', schema: z.strictObject({ items: z.array(use) }) }],
    problems: ['VIEW_BEHIND'],
    handle: async ({ caller: { shop }, params, query: { promotion, 'min-position': position } }) => {
      if (position !== undefined) await view.reached(position);
      const customer = params['id']!;
      const at = machine.now();
      const { limited } = view.offersInForce(shop, at);
      const promotions = promotion === undefined ? limited.map(({ id }) => id).sort() : [promotion];
      const ids = promotions.flatMap((id) => allowanceIdsOf(id, customer));
      const known = await Promise.all(ids.map((id) => view.allowance(shop, id)));
      const items = ids.flatMap((allowance, n) => {
        const state = known[n]?.state;
        if (!state?.terms) return [];
        const { unit, source } = state.terms;
        return [{ allowance, promotion: source.promotion, unit, ...shownUse(machine, state, customer, at) }];
      });
      return jsonAnswer(200, { items });
    },
  });
}
