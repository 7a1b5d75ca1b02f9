import { z } from 'zod';
import { differenceOf } from '../../../commands/preview/differenceOf.js';
import { previewBasket } from '../../../commands/preview/previewBasket.js';
import { type PreviewMessage, previewMessage } from '../../../commands/preview/previewMessage.js';
import type { QuoteDeps } from '../../../commands/quote/giveQuote.js';
import { CURRENCY } from '../../../domain/kernel/money.js';
import { namedSkus } from '../../../domain/promotion/catalogueFaults.js';
import { PAST_TABLES, pricingViewAsOf } from '../../../projections/asOf/pricingViewAsOf.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { customerInBody } from '../quotes/customerInBody.js';
import { minPosition } from '../requests/minPosition.js';
import { AS_OF_PROBLEMS, askedAsOf } from '../routes/asOf.js';
import { type Route, route } from '../routes/route.js';
import { previewSchema } from './previewSchemas.js';
import { shownVariant } from './shownVariant.js';

/** What a basket would cost then, or with other promotions. */
export function previewRoute(api: ApiDeps): Route {
  const { deps, terms } = api;
  return route({
    method: 'POST',
    path: '/v1/previews',
    summary: 'Price a basket at any instant, with drafts, or two ways side by side; nothing is recorded',
    query: z.strictObject(minPosition),
    body: previewMessage(terms),
    example: {
      lines: [
        { id: '1', sku: 'fuji_apple', grams: 3000 },
        { id: '2', sku: 'gannan_navel', grams: 2500 },
      ],
      explain: 'trace',
      promotions: {
        spend_80_15: {
          name: '满80减15',
          kind: 'spend-threshold',
          benefit: { ladder: [{ from: 8_000, amountOff: 1_500 }] },
          scope: { store: true },
        },
      },
      variants: [{ name: 'as it is' }, { name: '满80减15', with: ['spend_80_15'] }],
    },
    answers: [{ status: 200, about: 'The price of each variant, and what the second changes', schema: previewSchema }],
    problems: ['PREVIEW_INVALID', 'BASKET_INVALID', 'CUSTOMER_UNKNOWN', 'VIEW_BEHIND', ...AS_OF_PROBLEMS],
    handle: async ({ caller, query, body }) => {
      const position = query['min-position'];
      if (position !== undefined) await deps.view.reached(position);
      const known = await knownThen(api, caller.shop, body);
      const { at, variants } = await previewBasket(known, terms, caller.shop, body).catch(customerInBody);
      const [first, second] = variants;
      return jsonAnswer(200, {
        at,
        currency: CURRENCY,
        variants: variants.map(({ name, priced }) => shownVariant(name, priced)),
        difference: second ? differenceOf(first!.priced.quote, second.priced.quote) : null,
      });
    },
  });
}

/** What the log knew then: a view of it, on a clock that stands. */
async function knownThen(api: ApiDeps, shop: string, body: PreviewMessage): Promise<QuoteDeps> {
  const asOf = await askedAsOf(api, body.asOf, PAST_TABLES);
  if (!asOf) return api.deps;
  const { store, machine } = api.deps;
  const skus = [...body.lines.map(({ sku }) => sku), ...Object.values(body.promotions).flatMap(namedSkus)];
  const view = await pricingViewAsOf({ store, views: api.views }, asOf, shop, {
    skus,
    customer: body.customer,
  });
  return { store, view, machine: { ...machine, now: () => asOf.at } };
}
