import { z } from 'zod';
import { differenceOf } from '../../../commands/preview/differenceOf.js';
import { previewBasket } from '../../../commands/preview/previewBasket.js';
import { previewMessage } from '../../../commands/preview/previewMessage.js';
import { CURRENCY } from '../../../domain/kernel/money.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { customerInBody } from '../quotes/customerInBody.js';
import { minPosition } from '../requests/minPosition.js';
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
    problems: ['PREVIEW_INVALID', 'BASKET_INVALID', 'CUSTOMER_UNKNOWN', 'VIEW_BEHIND'],
    handle: async ({ caller, query, body }) => {
      const position = query['min-position'];
      if (position !== undefined) await deps.view.reached(position);
      const { at, variants } = await previewBasket(deps, terms, caller.shop, body).catch(customerInBody);
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
