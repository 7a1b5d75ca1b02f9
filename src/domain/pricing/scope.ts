import type { Scope } from './offer.js';
import type { Line } from './purchase.js';

type Goods = Pick<Line, 'sku' | 'categories' | 'tags'>;

/** Whether goods lie in a scope; exclusions win. */
export function inScope(scope: Scope, goods: Goods): boolean {
  return isIncluded(scope, goods) && !isExcepted(scope.except, goods);
}

function isIncluded(scope: Scope, goods: Goods): boolean {
  if (scope.skus) return scope.skus.includes(goods.sku);
  if (scope.categories) return goods.categories.some((category) => scope.categories!.includes(category));
  return scope.store === true;
}

export function isExcepted(except: Scope['except'], goods: Goods): boolean {
  if (!except) return false;
  return (
    except.skus?.includes(goods.sku) === true ||
    goods.categories.some((category) => except.categories?.includes(category)) ||
    goods.tags.some((tag) => except.tags?.includes(tag))
  );
}
