import { z } from 'zod';
import type { AsOf } from '../../../commands/asOf/asOf.js';
import { comparePositions } from '../../../commands/eventStore.js';
import { localId } from '../../../commands/messageFields.js';
import { explainQuote } from '../../../commands/quote/explainQuote.js';
import { streamName } from '../../../domain/kernel/stream.js';
import { quoteAggregate } from '../../../domain/quote/stream.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { Problem } from '../problems/problem.js';
import { minPosition } from '../requests/minPosition.js';
import { AS_OF_PROBLEMS, askedAsOf, asOfQuery } from '../routes/asOf.js';
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
      fixed: ['customer'],
    }),
    route({
      method: 'GET',
      path: '/v1/quotes/{id}',
      summary: 'Explain a quote: priced again from the log, with the rules and facts of then',
      params: z.strictObject({ id: localId }),
      // Read from the log itself, which is never behind: the parameter is taken so that all reads are alike.
      query: z.strictObject({ ...minPosition, ...asOfQuery }),
      answers: [{ status: 200, about: 'The quote and what it rests on', schema: explainedQuote }],
      problems: ['QUOTE_UNKNOWN', ...AS_OF_PROBLEMS],
      handle: async ({ caller, params: { id }, query }) => {
        const asOf = await askedAsOf(api, query['as-of']);
        if (asOf) await refuseLater(api, caller.shop, id, asOf);
        const explained = await explainQuote(api.deps, caller.shop, id);
        const { request, facts: basis } = explained.given;
        return jsonAnswer(200, { ...shownQuote(explained), request, basis }, { etag: '"0"' });
      },
    }),
  ];
}

// What a quote says never changes: as of then it was given already, or not yet.
async function refuseLater({ deps: { store } }: ApiDeps, shop: string, id: string, { position }: AsOf): Promise<void> {
  const [given] = await store.readStream(streamName(quoteAggregate.category, shop, id), { limit: 1 });
  if (given && comparePositions(given.position, position) <= 0) return;
  throw new Problem('QUOTE_UNKNOWN', `There is no quote ${id} as of position ${position}.`);
}
