import { z } from 'zod';
import { corrections } from '../../../commands/correction/corrections.js';
import { instant, localId } from '../../../commands/messageFields.js';
import { UNCOMPENSATED } from '../../../domain/order/compensating.js';
import { ORDER_STATUSES } from '../../../domain/order/state.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { DEFAULT_PAGE, MAX_PAGE } from '../limits.js';
import { position } from '../requests/minPosition.js';
import { wholeNumber } from '../requests/pageQuery.js';
import { type Route, route } from '../routes/route.js';

const time = z.string().meta({ format: 'date-time' });
const fen = z.int().meta({ description: 'Fen' });

const fact = z
  .strictObject({
    subject: z.enum(['promotion', 'product', 'customer', 'policies']),
    id: z.string(),
    type: z.string().meta({ example: 'product-repriced' }),
    effectiveFrom: time,
    recordedAt: time,
    position,
    by: z.string(),
  })
  .meta({ id: 'backdated-fact', description: 'Recorded after it began to hold' });

const order = z
  .strictObject({
    id: z.string(),
    status: z.enum(ORDER_STATUSES),
    compensated: fen.meta({ description: 'Paid back already' }),
    toCompensate: fen.meta({ description: 'What POST /v1/orders/{id}/compensate would pay back now' }),
    uncompensated: z.enum(UNCOMPENSATED).nullable().meta({ description: 'Why a person has to look at it' }),
  })
  .meta({ id: 'corrected-order' });

const quote = z
  .strictObject({
    quote: z.string(),
    at: time,
    customer: z.string().nullable(),
    position,
    pay: fen.meta({ description: 'What was promised' }),
    due: fen.nullable().meta({ description: 'What it would have cost; null: it could not have been given' }),
    difference: fen.nullable().meta({ description: '`due` less `pay`' }),
    because: z.string().nullable().meta({ description: 'Why it could not have been given' }),
    facts: z.array(position).meta({ description: 'Positions of the facts that came too late for it' }),
    order: order.nullable().meta({ description: 'The order that stands on it' }),
  })
  .meta({ id: 'corrected-quote' });

const query = z.strictObject({
  since: instant.meta({ description: 'Facts recorded then or later' }),
  promotion: localId.optional().meta({ description: 'Only what was said of this promotion' }),
  sku: localId.optional().meta({ description: 'Only what was said of this product' }),
  limit: wholeNumber(1, MAX_PAGE).default(DEFAULT_PAGE).meta({ description: 'Quotes a page', default: DEFAULT_PAGE }),
  cursor: position.optional().meta({ description: 'The `next` of the page before' }),
});

const page = z.strictObject({
  facts: z.array(fact),
  items: z.array(quote),
  next: position.nullable().meta({ description: 'Cursor of the next page, which may hold nothing; null: the last' }),
});

/** What back-dated facts would have changed. */
export function correctionRoutes({ deps }: ApiDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/corrections',
      summary: 'List quotes and orders that back-dated facts would have priced otherwise, with the difference',
      query,
      answers: [{ status: 200, about: 'A page, in the order of the log', schema: page }],
      problems: ['VIEW_BEHIND'],
      handle: async ({ caller: { shop }, query: { cursor: after, ...asked } }) => {
        const { facts, quotes, next } = await corrections(deps, { shop, after, ...asked });
        return jsonAnswer(200, { facts, items: quotes, next });
      },
    }),
  ];
}
