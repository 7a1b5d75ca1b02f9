import { z } from 'zod';
import { instant } from '../../../commands/messageFields.js';
import { ALLOWANCE_UNITS } from '../../../domain/allowance/events.js';
import { soldOutAt } from '../../../projections/allowances/allowanceHistory.js';
import { pointsUntil, projectedEnd } from '../../../projections/allowances/burnDown.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { minPosition } from '../requests/minPosition.js';
import { AS_OF_PROBLEMS, askedAsOf, asOfQuery } from '../routes/asOf.js';
import { revision } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { allowanceParams } from './allowanceParams.js';
import { knownAllowance } from './knownAllowance.js';

const time = z.string().meta({ format: 'date-time' });

const point = z
  .strictObject({
    hour: time.meta({ description: 'The beginning of the hour, UTC' }),
    at: time.meta({ description: 'Of the last event in it' }),
    total: z.int().nullable(),
    held: z.int(),
    confirmed: z.int(),
  })
  .meta({ id: 'allowance-hour' });

const soldOut = z
  .strictObject({ from: time, until: time.nullable().meta({ description: 'When it came back; null: still so' }) })
  .meta({ id: 'sold-out' });

const schema = z
  .strictObject({
    id: z.string(),
    unit: z.enum(ALLOWANCE_UNITS),
    at: time,
    openedAt: time,
    points: z.array(point).meta({
      description: 'The hours, of the last 31 days at most, in which something happened, each as it ended',
    }),
    projectedEnd: time.nullable().meta({
      description:
        'When nothing is left if it goes on as in the last 24 hours: at + remaining × (at − since) / taken since. ' +
        'Null: no total, nothing left, nothing taken, or out of sight',
    }),
    soldOut: z.array(soldOut).meta({ description: 'The last 200 times in which nothing was left' }),
    timesSoldOut: z.int(),
    revision,
  })
  .meta({ id: 'allowance-history' });

/** `GET` of what became of an allowance: hour by hour, when it will be used up, and when nothing was left. */
export function historyRoute(api: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/v1/allowances/{id}/history',
    summary: 'Read an allowance hour by hour, when it will be used up, and when it was sold out',
    params: allowanceParams,
    query: z.strictObject({
      ...minPosition,
      ...asOfQuery,
      at: instant.optional().meta({ description: 'Told up to then; default: now, or `as-of`' }),
    }),
    answers: [{ status: 200, about: 'The allowance over time, from its events', schema }],
    problems: ['ALLOWANCE_UNKNOWN', 'VIEW_BEHIND', ...AS_OF_PROBLEMS],
    handle: async ({ caller, params: { id }, query: { at: asked, 'min-position': position, 'as-of': said } }) => {
      const asOf = await askedAsOf(api, said);
      const { state, history, revision } = await knownAllowance(api, caller.shop, id, position, asOf);
      const at = asked ?? asOf?.at ?? api.deps.machine.now();
      const shown = {
        id,
        unit: state.terms!.unit,
        at,
        openedAt: history.openedAt,
        points: pointsUntil(history, at),
        projectedEnd: projectedEnd(history, at),
        soldOut: soldOutAt(history, state, at),
        timesSoldOut: history.timesSoldOut,
      };
      return jsonAnswer(200, { ...shown, revision });
    },
  });
}
