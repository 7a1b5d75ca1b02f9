import { z } from 'zod';
import { type FillUpMessage, fillUpMessage } from '../../../commands/fillUp/fillUpMessage.js';
import { suggestFillUps } from '../../../commands/fillUp/suggestFillUps.js';
import { CURRENCY } from '../../../domain/kernel/money.js';
import { spokenMoney, spokenSize } from '../../../domain/pricing/sentences/spoken.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { customerInBody } from '../quotes/customerInBody.js';
import { minPosition } from '../requests/minPosition.js';
import { type Route, route } from '../routes/route.js';
import { sentenceSchema } from '../routes/sentence.js';
import { shownStep, stepSchema } from './stepAhead.js';

const fen = z.int().meta({ description: 'Fen' });

const suggestion = z
  .strictObject({
    sku: z.string(),
    name: z.string(),
    quantity: z.int().optional(),
    grams: z.int().optional(),
    list: fen.meta({ description: 'What is added, at list price' }),
    pay: fen.meta({ description: 'For the whole basket then' }),
    costs: fen.meta({ description: 'How much more that is than now; negative: more goods for less money' }),
    saves: fen.meta({ description: 'How much more discount that is than now' }),
    sentence: sentenceSchema,
  })
  .meta({ id: 'fill-up-suggestion' });

const answer = z
  .strictObject({
    at: z.string().meta({ format: 'date-time' }),
    currency: z.string(),
    pay: fen.meta({ description: 'For the basket as it is' }),
    step: stepSchema.nullable().meta({ description: 'What is to be reached; null: the basket misses nothing' }),
    suggestions: z.array(suggestion).meta({
      description:
        'Best first: least to pay in all; of those, most worth of goods; of those, by SKU. Each was priced with the whole basket.',
    }),
  })
  .meta({ id: 'fill-up' });

/** 凑单: what to add so that an offer applies. */
export function fillUpRoute({ deps }: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/v1/fill-up',
    summary: 'Suggest products that bring a basket to the next step of a promotion (凑单), best first',
    query: z.strictObject(minPosition),
    body: fillUpMessage as unknown as z.ZodType<FillUpMessage>,
    example: {
      lines: [{ id: '1', sku: 'fuji_apple', grams: 5000 }],
      promotion: 'spend_100_20',
      limit: 3,
    },
    answers: [{ status: 200, about: 'The step, and what reaches it', schema: answer }],
    problems: ['BASKET_INVALID', 'CUSTOMER_UNKNOWN', 'NOTHING_SHORT', 'VIEW_BEHIND'],
    handle: async ({ caller, query, body }) => {
      const position = query['min-position'];
      if (position !== undefined) await deps.view.reached(position);
      const { at, quote, step, suggestions } = await suggestFillUps(deps, caller.shop, body).catch(customerInBody);
      return jsonAnswer(200, {
        at,
        currency: CURRENCY,
        pay: quote.pay,
        step: step && shownStep(step, step.terms.name),
        suggestions: suggestions.map(({ add, product, ...fillUp }) => ({
          ...fillUp,
          name: product.name,
          ...add,
          sentence: {
            zh: `加${spokenSize(add, 'zh')}${product.name}，${costs(fillUp.costs, 'zh')}`,
            en: `Add ${spokenSize(add, 'en')} of ${product.name}: ${costs(fillUp.costs, 'en')}`,
          },
        })),
      });
    },
  });
}

function costs(fen: number, language: 'zh' | 'en'): string {
  const money = spokenMoney(Math.abs(fen), language);
  if (fen > 0) return language === 'zh' ? `再付${money}` : `${money} more to pay`;
  if (fen < 0) return language === 'zh' ? `反而少付${money}` : `${money} less to pay`;
  return language === 'zh' ? '不用多付' : 'nothing more to pay';
}
