import { z } from 'zod';
import { comparePositions } from '../../../commands/eventStore.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { position } from '../requests/minPosition.js';
import { type Route, route } from '../routes/route.js';

const answer = z.strictObject({
  confirmed: z
    .boolean()
    .nullable()
    .meta({ description: 'Every one of them prices with what was so at the position; null: nobody can tell' }),
  processes: z
    .array(
      z.strictObject({
        id: z.string(),
        position: z.string().meta({ description: 'How far it has followed the log' }),
        rules: z.string().meta({ description: 'Position of the last change of rules it prices with' }),
        silentMillis: z.int().meta({ description: 'Since it told so; it is named for a minute after it fell silent' }),
        confirmed: z.boolean(),
      }),
    )
    .nullable()
    .meta({ description: 'Null: they do not tell each other (ORCHARD_PRICING_VIEWS=redis), or Redis is away' }),
});

/** Which processes reckon prices, and whether all of them know what was written: an emergency stop, say. */
export function pricingProcessRoutes({ shared }: ApiDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/pricing-processes',
      summary: 'Which processes reckon prices, and whether each knows what was written at a position',
      query: z.strictObject({ position: position.default('0') }),
      answers: [{ status: 200, about: 'As they told within the last seconds', schema: answer }],
      handle: async ({ query }) => {
        const told = await shared.rollCall().catch(() => null);
        const processes = told?.map((one) => ({
          ...one,
          confirmed: comparePositions(one.position, query.position) >= 0,
        }));
        const confirmed = processes ? processes.length > 0 && processes.every((one) => one.confirmed) : null;
        return jsonAnswer(200, { confirmed, processes: processes ?? null });
      },
    }),
  ];
}
