import { z } from 'zod';
import { localId } from '../../../commands/messageFields.js';
import { explainQuote } from '../../../commands/quote/explainQuote.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { minPosition } from '../requests/minPosition.js';
import { listRoute } from '../routes/listRoute.js';
import { type Route, route } from '../routes/route.js';
import { giveQuoteRoute } from './giveQuoteRoute.js';
import { explainedQuote } from './quoteSchemas.js';
import { quoteSummaries } from './quoteSummaries.js';
import { shownQuote } from './shownQuote.js';

/** What baskets cost, and why. */
export function quoteRoutes(api: ApiDeps): Route[] {
  return [
    giveQuoteRoute(api),
    listRoute(api, quoteSummaries, {
      query: { customer: localId.optional().meta({ description: 'Only those of this customer' }) },
      where: ({ customer }): Record<string, string> => (customer === undefined ? {} : { customer }),
    }),
    route({
      method: 'GET',
      path: '/v1/quotes/{id}',
      summary: 'Explain a quote: priced again from the log, with the rules and facts of then',
      params: z.strictObject({ id: localId }),
      // Read from the log itself, which is never behind: the parameter is taken so that all reads are alike.
      query: z.strictObject(minPosition),
      answers: [{ status: 200, about: 'The quote and what it rests on', schema: explainedQuote }],
      problems: ['QUOTE_UNKNOWN'],
      handle: async ({ caller, params: { id } }) => {
        const explained = await explainQuote(api.deps, caller.shop, id);
        const { request, facts: basis } = explained.given;
        return jsonAnswer(200, { ...shownQuote(explained), request, basis }, { etag: '"0"' });
      },
    }),
  ];
}
