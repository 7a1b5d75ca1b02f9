import { z } from 'zod';
import type { PricingView } from '../../../commands/pricingView.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import { factAt } from '../../../domain/kernel/timeline.js';
import type { Fault } from '../../../domain/pricing/kind.js';
import { REGISTERED } from '../../../domain/pricing/kinds/registry.js';
import { termsWarnings } from '../../../domain/pricing/termsWarnings.js';
import { type ProductAt, productAt } from '../../../domain/product/state.js';
import { catalogueWarnings } from '../../../domain/promotion/catalogueWarnings.js';
import type { PromotionTerms } from '../../../domain/promotion/events.js';
import {
  PROMOTION_STATUSES,
  type Promotion,
  type PromotionStatus,
  promotionUntil,
  statusOf,
  termsInForce,
  termsOf,
} from '../../../domain/promotion/state.js';
import { newShop, policiesAt } from '../../../domain/shop/state.js';
import { promotionsProjection } from '../../../projections/promotions/promotionsProjection.js';
import type { ApiDeps } from '../apiDeps.js';
import { inStoredOrder } from '../routes/inStoredOrder.js';
import type { Resource } from '../routes/resource.js';
import { sentenceSchema } from '../routes/sentence.js';
import { told, upcoming, upcomingSchema } from '../routes/upcoming.js';
import { isOpen } from './isOpen.js';

const instantOrNull = z.string().meta({ format: 'date-time' }).nullable();

/** A promotion as callers see it: its terms, in words too, its life, and whether it is in force. */
export function promotionResource({ terms, deps: { machine } }: ApiDeps): Resource<Promotion> {
  return {
    name: 'promotion',
    path: '/v1/promotions',
    idName: 'id',
    projection: promotionsProjection,
    unknown: 'PROMOTION_UNKNOWN',
    fields: {
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      status: z.enum(PROMOTION_STATUSES),
      inForce: z.boolean().meta({ description: 'Published, and its schedule is open now' }),
      sentence: sentenceSchema,
      terms: terms.schema,
      warnings: z
        .array(z.strictObject({ pointer: z.string(), code: z.string(), detail: z.string() }))
        .meta({ description: 'What works but is rarely meant' }),
      draftedAt: instantOrNull,
      publishedAt: instantOrNull,
      overAt: instantOrNull.meta({ description: 'When it ended or was stopped' }),
      upcoming: upcomingSchema({ terms: terms.schema }),
    },
    show: (id, promotion, at) => {
      const shown = factAt(promotion.terms, at) ?? termsOf(promotion)!;
      const inForce = termsInForce(promotion, at);
      return {
        id,
        name: shown.name,
        kind: shown.kind,
        status: statusOf(promotion)!,
        inForce: inForce !== undefined && isOpen(machine, inForce.schedule, at),
        sentence: sentenceOf(shown),
        terms: inStoredOrder(shown),
        warnings: termsWarnings(shown).map(warning),
        draftedAt: since(promotion, 'draft'),
        publishedAt: since(promotion, 'published'),
        overAt: since(promotion, 'ended') ?? since(promotion, 'stopped'),
        upcoming: upcoming(at, [told(promotion.terms, (planned) => ({ terms: inStoredOrder(planned) }))]),
      };
    },
    until: promotionUntil,
    remarks: async (view, shop, promotion, at) => {
      const terms = factAt(promotion.terms, at) ?? termsOf(promotion)!;
      const prepared = await view.prepared(shop, { customer: undefined, skus: 'all' }, at);
      const { greatestDiscountBp } = policiesAt(prepared.shop(shop)?.state ?? newShop, at);
      const found = [
        ...termsWarnings(terms),
        ...catalogueWarnings(terms, productsOf(prepared, shop, at), greatestDiscountBp),
      ];
      return { warnings: found.map(warning) };
    },
  };
}

function warning({ pointer, code, message }: Fault) {
  return { pointer: `/terms${pointer}`, code, detail: message };
}

function* productsOf(view: PricingView, shop: string, at: Instant): Iterable<readonly [string, ProductAt]> {
  for (const [sku, { state }] of view.products(shop)) {
    const product = productAt(state, at);
    if (product) yield [sku, product];
  }
}

function sentenceOf({ kind, benefit }: PromotionTerms) {
  const definition = REGISTERED.get(kind)?.definition;
  return { zh: definition?.sentence(benefit, 'zh') ?? kind, en: definition?.sentence(benefit, 'en') ?? kind };
}

function since({ status }: Promotion, wanted: PromotionStatus): Instant | null {
  return status.find(({ value }) => value === wanted)?.from ?? null;
}
