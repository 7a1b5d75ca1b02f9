import { giftSkuOf } from '../../domain/promotion/catalogueFaults.js';
import type { PromotionTerms } from '../../domain/promotion/events.js';

/** Whole store: `sku_id` is `*`. A category: `sku_id` is null. `is_main` 0: a gift. */
export interface GoodsRecord {
  readonly sku_id: string | null;
  readonly category: string | null;
  readonly is_main: 0 | 1;
}

/** Records of `promotion_goods`: what a promotion is for, and what it gives. */
export function promotionGoods({ scope, benefit }: PromotionTerms): GoodsRecord[] {
  return [
    ...(scope.store ? [{ sku_id: '*', category: null, is_main: 1 } as const] : []),
    ...(scope.categories ?? []).map((category) => ({ sku_id: null, category, is_main: 1 }) as const),
    ...(scope.skus ?? []).map((sku) => ({ sku_id: sku, category: null, is_main: 1 }) as const),
    ...giftSkus(benefit).map((sku) => ({ sku_id: sku, category: null, is_main: 0 }) as const),
  ];
}

/** SKUs a benefit adds to the basket. */
export function giftSkus(benefit: unknown): string[] {
  const sku = giftSkuOf(benefit);
  return sku === undefined ? [] : [sku];
}
