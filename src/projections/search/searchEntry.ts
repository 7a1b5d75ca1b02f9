import { latestProduct, type Product } from '../../domain/product/state.js';
import { PROMOTION_STATUSES, type Promotion, statusOf, termsOf } from '../../domain/promotion/state.js';

export const SEARCH_TYPES = ['product', 'promotion'] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** Of a promotion its own; of a product whether it is for sale. */
export const SEARCH_STATUSES = [...PROMOTION_STATUSES, 'listed', 'delisted'] as const;
export type SearchStatus = (typeof SEARCH_STATUSES)[number];

/** What is shown of something found; the rest is read by its id. As it was recorded last, whenever that takes effect. */
export interface SearchEntry {
  readonly type: SearchType;
  readonly id: string;
  readonly name: string;
  /** Of a promotion. */
  readonly kind: string | null;
  readonly status: SearchStatus;
  /** Of a product those it is in, of a promotion those it is for. */
  readonly categories: readonly string[];
  /** Further words it is found by. */
  readonly tags: readonly string[];
}

export function productEntry(id: string, product: Product): SearchEntry {
  const latest = latestProduct(product);
  return {
    type: 'product',
    id,
    name: product.name,
    kind: null,
    status: latest?.listed ? 'listed' : 'delisted',
    categories: latest?.categories ?? [],
    tags: latest?.tags ?? [],
  };
}

export function promotionEntry(id: string, promotion: Promotion): SearchEntry {
  const terms = termsOf(promotion)!;
  return {
    type: 'promotion',
    id,
    name: terms.name,
    kind: terms.kind,
    status: statusOf(promotion)!,
    categories: terms.scope.categories ?? [],
    tags: [],
  };
}
