import { z } from 'zod';
import { localId } from '../../../commands/messageFields.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { minPosition } from '../requests/minPosition.js';
import { AS_OF_PROBLEMS, askedAsOf, asOfQuery } from '../routes/asOf.js';
import { revision } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { allowanceParams } from './allowanceParams.js';
import { allowanceShape, shownAllowance } from './allowanceShown.js';
import { knownAllowance } from './knownAllowance.js';
import { shownUse, useSchema } from './useShown.js';

/** `GET` of one, and of what one customer has of it. */
export function readAllowanceRoute(api: ApiDeps): Route {
  const { machine } = api.deps;
  return route({
    method: 'GET',
    path: '/v1/allowances/{id}',
    summary: 'Read an allowance: what is held, confirmed and left of it',
    params: allowanceParams,
    query: z.strictObject({
      ...minPosition,
      ...asOfQuery,
      customer: localId.optional().meta({ description: 'Say also what this customer has of it' }),
    }),
    answers: [
      {
        status: 200,
        about: 'The allowance as it is now, or was then; it advises, a hold decides',
        schema: z
          .strictObject({ ...allowanceShape, revision, use: useSchema.optional() })
          .meta({ id: 'allowance-read' }),
      },
    ],
    problems: ['ALLOWANCE_UNKNOWN', 'VIEW_BEHIND', ...AS_OF_PROBLEMS],
    handle: async ({ caller, params, query: { customer, 'min-position': position, 'as-of': said } }) => {
      const asOf = await askedAsOf(api, said);
      const { state, revision } = await knownAllowance(api, caller.shop, params.id, position, asOf);
      const at = asOf?.at ?? machine.now();
      const shown = {
        ...shownAllowance(params.id, state, at),
        ...(customer !== undefined && { use: shownUse(machine, state, customer, at) }),
      };
      return jsonAnswer(200, { ...shown, revision }, { etag: `"${revision}"` });
    },
  });
}
