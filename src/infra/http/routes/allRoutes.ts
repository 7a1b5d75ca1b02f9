import { allowanceRoutes } from '../allowances/allowanceRoutes.js';
import { analyticsRoute } from '../analytics/analyticsRoute.js';
import type { ApiDeps } from '../apiDeps.js';
import { asyncApiRoutes } from '../asyncapi/asyncApiRoutes.js';
import { backtestRoutes } from '../backtests/backtestRoutes.js';
import { correctionRoutes } from '../corrections/correctionRoutes.js';
import { customerRoutes } from '../customers/customerRoutes.js';
import { docsRoutes } from '../docs/docsRoutes.js';
import { eventRoutes } from '../events/eventRoutes.js';
import { healthRoutes } from '../health/healthRoutes.js';
import { logRoutes } from '../log/logRoutes.js';
import { openApiRoute } from '../openapi/openApiRoute.js';
import { orderRoutes } from '../orders/orderRoutes.js';
import { previewRoutes } from '../previews/previewRoutes.js';
import { pricingProcessRoutes } from '../pricing/pricingProcessRoutes.js';
import { problemRoutes } from '../problems/problemRoutes.js';
import { productRoutes } from '../products/productRoutes.js';
import { promotionRoutes } from '../promotions/promotionRoutes.js';
import { quoteRoutes } from '../quotes/quoteRoutes.js';
import { schemaRoutes } from '../schemas/schemaRoutes.js';
import { searchRoute } from '../search/searchRoute.js';
import { shopRoutes } from '../shops/shopRoutes.js';
import type { Route } from './route.js';

/** Everything this door answers. A new resource is its folder, a line here, and its entries in ACCESS. */
export function allRoutes(api: ApiDeps): readonly Route[] {
  const routes = [
    ...healthRoutes(api),
    ...problemRoutes(),
    ...schemaRoutes(),
    ...docsRoutes(),
    ...productRoutes(api),
    ...customerRoutes(api),
    ...promotionRoutes(api),
    ...pricingProcessRoutes(api),
    ...shopRoutes(api),
    ...quoteRoutes(api),
    ...previewRoutes(api),
    ...backtestRoutes(api),
    ...orderRoutes(api),
    ...correctionRoutes(api),
    ...allowanceRoutes(api),
    searchRoute(api),
    analyticsRoute(api),
    ...eventRoutes(api),
    ...logRoutes(api),
  ];
  const described = [...routes, ...asyncApiRoutes(api, routes)];
  return [...described, openApiRoute(described)];
}
