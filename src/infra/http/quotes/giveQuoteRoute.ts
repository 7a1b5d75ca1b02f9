import { z } from 'zod';
import { GIVE_QUOTE, giveQuote } from '../../../commands/quote/giveQuote.js';
import { type QuoteMessage, quoteMessage } from '../../../commands/quote/quoteMessage.js';
import type { ApiDeps } from '../apiDeps.js';
import { commandContext } from '../requests/commandContext.js';
import { minPosition } from '../requests/minPosition.js';
import { changedSchema } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { written } from '../routes/written.js';
import { customerInBody } from './customerInBody.js';
import { partsOf } from './partsOf.js';
import { quoteFields } from './quoteSchemas.js';
import { shownQuote } from './shownQuote.js';

/** Prices a basket: the route asked most, so it is a hot one. */
export function giveQuoteRoute(api: ApiDeps): Route {
  const { deps } = api;
  const schema = changedSchema({ name: 'quote', fields: quoteFields });
  return route({
    method: 'POST',
    path: '/v1/quotes',
    hot: true,
    summary: 'Price a basket now and promise the price for 15 minutes',
    query: z.strictObject(minPosition),
    body: quoteMessage as unknown as z.ZodType<QuoteMessage>,
    example: {
      customer: 'c_gold_1',
      channel: 'app',
      delivery: 800,
      lines: [
        { id: '1', sku: 'fuji_apple', grams: 1500 },
        { id: '2', sku: 'kiwi', quantity: 6 },
      ],
    },
    answers: [
      { status: 201, about: 'The quote, with every offer that applied and why each other did not', schema },
      { status: 200, about: 'The quote given before under this id for the same basket', schema },
    ],
    problems: ['BASKET_INVALID', 'CUSTOMER_UNKNOWN', 'QUOTE_EXISTS', 'ORDER_UNKNOWN', 'VIEW_BEHIND'],
    command: GIVE_QUOTE,
    handle: async (request) => {
      const { caller, query, body } = request;
      const position = query['min-position'];
      if (position !== undefined) await deps.view.reached(position);
      const answer = await giveQuote(deps, commandContext(deps.machine, request), body).catch(customerInBody);
      const parts = await partsOf(api, caller.shop, answer);
      return written(api, answer.outcome, `/v1/quotes/${answer.id}`, () => shownQuote(parts));
    },
  });
}
