import type { ApiDeps } from '../apiDeps.js';
import type { Route } from '../routes/route.js';
import { fillUpRoute } from './fillUpRoute.js';
import { previewRoute } from './previewRoute.js';
import { priceListRoute } from './priceListRoute.js';

/** Prices that promise nothing: no event comes of them. */
export function previewRoutes(api: ApiDeps): Route[] {
  return [previewRoute(api), priceListRoute(api), fillUpRoute(api)];
}
