/** Ids of shops: the part of a stream id before the dot. */
export const SHOP_ID = /^[A-Za-z0-9_]{1,16}$/;
/** Ids of promotions, products, customers, quotes … within a shop. No dash: streams are `category-shop.id`; the first is no underscore, so no id is `__proto__`. */
export const LOCAL_ID = /^[A-Za-z0-9][A-Za-z0-9_.]{0,59}$/;

/** The order of ids everywhere: shorter first, then byte by byte. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
