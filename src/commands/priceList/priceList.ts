import { nearestStep, type StepAhead } from '../../domain/fillUp/stepAhead.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Fen } from '../../domain/kernel/money.js';
import { JIN } from '../../domain/kernel/weight.js';
import type { AppliedOffer, Quote, RefusedOffer } from '../../domain/pricing/quote.js';
import { type ProductAt, productAt } from '../../domain/product/state.js';
import type { PromotionTerms } from '../../domain/promotion/events.js';
import { offersAt } from '../preview/offersOfVariant.js';
import { type QuoteDeps, sourcesNow } from '../quote/giveQuote.js';
import { pricingOf } from '../quote/pricingOf.js';
import type { PriceListMessage } from './priceListMessage.js';

/** An offer that a product's page shows: it applies to one unit, or would to more. */
export interface Badge {
  readonly offer: string;
  readonly terms: PromotionTerms;
  readonly applies: boolean;
}

export interface PricedProduct {
  readonly sku: string;
  readonly product: ProductAt;
  /** One piece, or 500 g. */
  readonly unit: { readonly quantity: 1 } | { readonly grams: typeof JIN };
  readonly list: Fen;
  /** 到手价: what one unit costs alone, with every offer that it reaches by itself. */
  readonly pay: Fen;
  readonly badges: readonly Badge[];
  readonly next: StepAhead | null;
}

export interface PriceList {
  readonly at: Instant;
  readonly items: readonly PricedProduct[];
  readonly missing: readonly { readonly sku: string; readonly code: 'UNKNOWN_SKU' | 'PRODUCT_DELISTED' }[];
}

const WORTH_SHOWING: ReadonlySet<string> = new Set([
  'threshold-not-met',
  'quantity-not-met',
  'weight-not-met',
  'not-chosen',
]);

/** What one unit of each product costs this customer, each as if it were bought alone. @throws Rejection CUSTOMER_UNKNOWN */
export async function priceList(deps: QuoteDeps, shop: string, message: PriceListMessage): Promise<PriceList> {
  const { skus, at: asked, ...buying } = message;
  const { machine } = deps;
  const now = machine.now();
  const at = asked ?? now;
  const view = await deps.view.prepared(shop, { customer: buying.customer, skus }, now);
  const sources = sourcesNow({ ...deps, view }, shop, buying.customer, at, offersAt(view, shop, at, now));
  const price = pricingOf(buying, sources, at);
  const items: PricedProduct[] = [];
  const missing: { sku: string; code: 'UNKNOWN_SKU' | 'PRODUCT_DELISTED' }[] = [];
  for (const sku of new Set(skus)) {
    const known = view.product(shop, sku);
    const product = known && productAt(known.state, at);
    if (!product?.listed) missing.push({ sku, code: product ? 'PRODUCT_DELISTED' : 'UNKNOWN_SKU' });
    else {
      const unit = product.soldBy === 'piece' ? ({ quantity: 1 } as const) : ({ grams: JIN } as const);
      const quote = price([{ id: '1', sku, ...unit }]);
      const { list, goods: pay } = quote;
      const badges = badgesOf(quote, (offer) => sources.offers.byId.get(offer)!.terms);
      items.push({ sku, product, unit, list, pay, badges, next: nearestStep(quote) ?? null });
    }
  }
  return { at, items, missing };
}

function badgesOf({ applied, refused }: Quote, termsOf: (offer: string) => PromotionTerms): Badge[] {
  const badge = ({ offer }: AppliedOffer | RefusedOffer, applies: boolean) => ({
    offer,
    terms: termsOf(offer),
    applies,
  });
  return [
    ...applied.map((one) => badge(one, true)),
    ...refused.filter(({ reason }) => WORTH_SHOWING.has(reason)).map((one) => badge(one, false)),
  ];
}
