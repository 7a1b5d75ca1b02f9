import { z } from 'zod';
import { type Badge, type PricedProduct, priceList } from '../../../commands/priceList/priceList.js';
import { type PriceListMessage, priceListMessage } from '../../../commands/priceList/priceListMessage.js';
import { CURRENCY } from '../../../domain/kernel/money.js';
import { REGISTERED } from '../../../domain/pricing/kinds/registry.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { customerInBody } from '../quotes/customerInBody.js';
import { minPosition } from '../requests/minPosition.js';
import { type Route, route } from '../routes/route.js';
import { sentenceSchema } from '../routes/sentence.js';
import { shownStep, stepSchema } from './stepAhead.js';

const fen = z.int().meta({ description: 'Fen' });

const item = z
  .strictObject({
    sku: z.string(),
    name: z.string(),
    unit: z.strictObject({ quantity: z.int(), grams: z.int() }).partial().meta({ description: 'One piece, or 500 g' }),
    originalPrice: fen.nullable(),
    list: fen,
    pay: fen.meta({ description: '到手价: one unit bought alone, with every offer that it reaches by itself' }),
    badges: z.array(
      z.strictObject({
        offer: z.string(),
        name: z.string(),
        kind: z.string(),
        applies: z.boolean().meta({ description: 'To one unit; false: to more, or with a coupon' }),
        sentence: sentenceSchema,
      }),
    ),
    next: stepSchema.nullable(),
  })
  .meta({ id: 'priced-product' });

const answer = z
  .strictObject({
    at: z.string().meta({ format: 'date-time' }),
    currency: z.string(),
    items: z.array(item),
    missing: z.array(z.strictObject({ sku: z.string(), code: z.enum(['UNKNOWN_SKU', 'PRODUCT_DELISTED']) })),
  })
  .meta({ id: 'price-list' });

/** What product pages and lists show. */
export function priceListRoute({ deps }: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/v1/price-list',
    summary: 'What one unit of each product costs this customer, with badges and the next step',
    query: z.strictObject(minPosition),
    body: priceListMessage as unknown as z.ZodType<PriceListMessage>,
    example: { skus: ['fuji_apple', 'monthong_durian'], customer: 'c_gold_1', channel: 'app' },
    answers: [{ status: 200, about: 'In the order asked', schema: answer }],
    problems: ['CUSTOMER_UNKNOWN', 'VIEW_BEHIND'],
    handle: async ({ caller, query, body }) => {
      const position = query['min-position'];
      if (position !== undefined) await deps.view.reached(position);
      const { at, items, missing } = await priceList(deps, caller.shop, body).catch(customerInBody);
      return jsonAnswer(200, { at, currency: CURRENCY, items: items.map(shown), missing });
    },
  });
}

function shown({ sku, product, unit, list, pay, badges, next }: PricedProduct) {
  const name = next && badges.find(({ offer }) => offer === next.offer)?.terms.name;
  return {
    sku,
    name: product.name,
    unit,
    originalPrice: product.originalPrice ?? null,
    list,
    pay,
    badges: badges.map(shownBadge),
    next: next && shownStep(next, name ?? next.offer),
  };
}

function shownBadge({ offer, terms: { name, kind, benefit }, applies }: Badge) {
  const { definition } = REGISTERED.get(kind)!;
  return {
    offer,
    name,
    kind,
    applies,
    sentence: { zh: definition.sentence(benefit, 'zh'), en: definition.sentence(benefit, 'en') },
  };
}
