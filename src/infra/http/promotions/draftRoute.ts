import { z } from 'zod';
import { handle } from '../../../commands/command.js';
import { draftPromotion } from '../../../commands/promotion/describePromotion.js';
import { newPromotionId } from '../../../commands/promotion/newPromotionId.js';
import type { Promotion } from '../../../domain/promotion/state.js';
import type { ApiDeps } from '../apiDeps.js';
import { commandContext } from '../requests/commandContext.js';
import { carriedOut, dryRun } from '../routes/dryRun.js';
import type { Resource } from '../routes/resource.js';
import { changedSchema } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { written } from '../routes/written.js';

/** Writes a promotion down under the id given, or one made from the Idempotency-Key, so that a retry finds it. */
export function draftRoute(api: ApiDeps, promotions: Resource<Promotion>): Route {
  const command = draftPromotion(api.terms);
  const { path } = promotions;
  const schema = changedSchema(promotions);
  return route({
    method: 'POST',
    path,
    summary: 'Draft a promotion; it is not in force before it is published',
    query: dryRun,
    body: z.strictObject({
      promotion: newPromotionId
        .optional()
        .meta({ description: 'Its id; default: made from the Idempotency-Key, or new' }),
      terms: api.terms.schema,
    }),
    example: {
      promotion: 'autumn_100_20',
      terms: {
        name: '满100减20',
        kind: 'spend-threshold',
        benefit: { ladder: [{ from: 10_000, amountOff: 2_000 }] },
        scope: { store: true },
      },
    },
    answers: [
      { status: 201, about: 'The promotion, a draft', schema },
      { status: 200, about: 'The same was drafted before', schema },
    ],
    problems: ['PROMOTION_EXISTS', 'TERMS_INVALID'],
    command: { name: command.name, roles: command.roles },
    handle: async (request) => {
      const context = commandContext(api.deps.machine, request);
      const { promotion: id = context.commandId.replaceAll('-', ''), terms } = request.body;
      return carriedOut(api, request.query, async (deps) => {
        const outcome = await handle(deps, command, context, { promotion: id, terms });
        return written(api, outcome, `${path}/${id}`, (state, at) => promotions.show(id, state, at));
      });
    },
  });
}
