import type { Fault } from '../pricing/kind.js';
import type { ProductAt } from '../product/state.js';
import type { PromotionTerms } from './events.js';

/** Products by SKU, as they hold when terms are written down. */
export type KnownProducts = ReadonlyMap<string, ProductAt | undefined>;

interface Size {
  readonly quantity?: number;
  readonly grams?: number;
}

/** What of any kind's benefit speaks of products: gifts, and amounts in pieces or grams. */
interface ProductBenefit {
  readonly sku?: string;
  readonly buy?: Size | number;
  readonly get?: (Size & { readonly sku?: string }) | number;
  readonly limit?: Size;
  readonly unitGrams?: number;
}

/** The SKUs that terms name one by one: what must be looked up before they are judged. */
export function namedSkus({ scope, benefit }: PromotionTerms): string[] {
  const gift = giftSkuOf(benefit as ProductBenefit);
  return [...new Set([...(scope.skus ?? []), ...(gift === undefined ? [] : [gift])])];
}

/** The SKU a benefit adds to the basket, if it names one. */
export function giftSkuOf(benefit: unknown): string | undefined {
  const { get, sku } = benefit as ProductBenefit;
  return typeof get === 'object' ? get.sku : sku;
}

/** Faults that only the catalogue shows: gifts nobody sells, and grams of goods sold by the piece. */
export function catalogueFaults(terms: PromotionTerms, products: KnownProducts): Fault[] {
  const benefit = terms.benefit as ProductBenefit;
  return [...giftFaults(benefit, products), ...gramsFaults(terms, benefit, products)];
}

function giftFaults(benefit: ProductBenefit, products: KnownProducts): Fault[] {
  const sku = giftSkuOf(benefit);
  if (sku === undefined) return [];
  const pointer = typeof benefit.get === 'object' ? '/benefit/get' : '/benefit';
  const gift = products.get(sku);
  if (!gift?.listed) {
    return [
      { pointer: `${pointer}/sku`, code: 'UNKNOWN_GIFT', message: `${sku} is not in the catalogue: list it first.` },
    ];
  }
  const { grams, quantity = 1 } = typeof benefit.get === 'object' ? benefit.get : {};
  if (grams !== undefined && gift.soldBy === 'piece') {
    return [
      { pointer: `${pointer}/grams`, code: 'SOLD_BY_PIECE', message: `${sku} is sold by the piece: give a quantity.` },
    ];
  }
  if (grams === undefined && gift.soldBy === 'weight') {
    return [
      {
        pointer: `${pointer}/quantity`,
        code: 'SOLD_BY_WEIGHT',
        message: `${sku} is sold by weight: give grams, not ${quantity} piece(s).`,
      },
    ];
  }
  return [];
}

function gramsFaults({ scope, when }: PromotionTerms, benefit: ProductBenefit, products: KnownProducts): Fault[] {
  const countsGrams = [
    typeof benefit.buy === 'object' && benefit.buy.grams !== undefined && '/benefit/buy/grams',
    benefit.limit?.grams !== undefined && '/benefit/limit/grams',
    benefit.unitGrams !== undefined && '/benefit/unitGrams',
    when?.minGrams !== undefined && '/when/minGrams',
  ].filter((pointer) => pointer !== false);
  const skus = scope.skus ?? [];
  const byPiece = skus.filter((sku) => products.get(sku)?.soldBy === 'piece');
  if (byPiece.length === 0 || byPiece.length < skus.length) return [];
  return countsGrams.map((pointer) => ({
    pointer,
    code: 'GRAMS_OF_PIECES',
    message: `All goods in scope are sold by the piece (${byPiece.slice(0, 3).join(', ')}): count pieces.`,
  }));
}
