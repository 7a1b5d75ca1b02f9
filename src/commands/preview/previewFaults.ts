import { own } from '../../domain/kernel/own.js';
import type { Fault } from '../../domain/pricing/kind.js';
import { latestProduct } from '../../domain/product/state.js';
import { catalogueFaults, namedSkus } from '../../domain/promotion/catalogueFaults.js';
import type { PromotionTerms } from '../../domain/promotion/events.js';
import { type Promotion, statusOf } from '../../domain/promotion/state.js';
import type { PricingView } from '../pricingView.js';
import type { TermsRules } from '../promotion/describePromotion.js';
import { type PreviewMessage, type Variant, variantsOf } from './previewMessage.js';

/** Everything that keeps a preview from being priced, beside its basket: with its pointer in the body. */
export function previewFaults(
  view: PricingView,
  shop: string,
  rules: TermsRules,
  message: Pick<PreviewMessage, 'promotions' | 'variants'>,
): Fault[] {
  const { promotions } = message;
  const known = new Map([...view.promotions(shop)].map(([id, { state }]) => [id, state]));
  return [
    ...Object.entries(promotions).flatMap(([id, terms]) => termsFaults(view, shop, rules, terms, `/promotions/${id}`)),
    ...variantsOf(message).flatMap((variant, at) => variantFaults(variant, `/variants/${at}`, known, promotions)),
  ];
}

function variantFaults(
  { with: added, without = [] }: Variant,
  at: string,
  known: ReadonlyMap<string, Promotion>,
  given: PreviewMessage['promotions'],
): Fault[] {
  const named = typeof added === 'object' ? added : [];
  return [
    ...named.flatMap((id, index) => (own(given, id) ? [] : addedFaults(id, known.get(id), `${at}/with/${index}`))),
    ...without.flatMap((id, index) => (known.has(id) ? [] : [unknownPromotion(id, `${at}/without/${index}`)])),
  ];
}

function addedFaults(id: string, promotion: Promotion | undefined, pointer: string): Fault[] {
  if (!promotion) return [unknownPromotion(id, pointer)];
  const status = statusOf(promotion)!;
  if (status !== 'ended' && status !== 'stopped') return [];
  return [{ pointer, code: 'PROMOTION_OVER', message: `${id} is ${status}: it cannot come back in force.` }];
}

function unknownPromotion(id: string, pointer: string): Fault {
  return { pointer, code: 'PROMOTION_UNKNOWN', message: `There is no promotion ${id}.` };
}

function termsFaults(
  view: PricingView,
  shop: string,
  { findFaults }: TermsRules,
  terms: PromotionTerms,
  at: string,
): Fault[] {
  const products = namedSkus(terms).map((sku) => {
    const product = view.product(shop, sku);
    return [sku, product && latestProduct(product.state)] as const;
  });
  const faults = [...findFaults(terms), ...catalogueFaults(terms, new Map(products))];
  return faults.map((fault) => ({ ...fault, pointer: at + fault.pointer }));
}
