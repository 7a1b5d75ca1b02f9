import { ROLES, type Role } from '../../../commands/context.js';

export type Access = 'public' | readonly Role[];

const EVERYONE = ROLES;
const WHO_KNOWS_CUSTOMERS: Access = ['order-service', 'operator', 'approver', 'auditor'];
const OPERATOR: Access = ['operator'];
const WHO_ANSWERS_FOR_IT: Access = ['operator', 'approver', 'auditor'];
const WHO_DECIDES: Access = ['operator', 'approver'];
const WHO_SELLS: Access = ['operator', 'order-service'];

/** Who may ask what: a route that is not here is refused at start, a caller that is not here with 403. An admin may everything. */
export const ACCESS: Readonly<Record<string, Access>> = {
  'GET /livez': 'public',
  'GET /readyz': 'public',
  'GET /metrics': 'public',
  'GET /openapi.json': 'public',
  'GET /asyncapi.json': 'public',
  'GET /bus': 'public',
  'GET /schemas': 'public',
  'GET /schemas/{type}': 'public',
  'GET /docs': 'public',
  'GET /docs/{file}': 'public',
  'GET /problems': 'public',
  'GET /problems/{code}': 'public',

  'GET /v1/products': EVERYONE,
  'GET /v1/products/{sku}': EVERYONE,
  'GET /v1/products/{sku}/history': WHO_ANSWERS_FOR_IT,
  'PUT /v1/products/{sku}': OPERATOR,
  'POST /v1/products/{sku}/price': OPERATOR,
  'POST /v1/products/{sku}/floor': OPERATOR,
  'POST /v1/products/{sku}/groups': OPERATOR,
  'POST /v1/products/{sku}/delist': OPERATOR,

  'GET /v1/customers': WHO_KNOWS_CUSTOMERS,
  'GET /v1/customers/{id}': WHO_KNOWS_CUSTOMERS,
  'GET /v1/customers/{id}/history': WHO_ANSWERS_FOR_IT,
  'PUT /v1/customers/{id}': WHO_SELLS,
  'POST /v1/customers/{id}/tier': WHO_SELLS,

  'GET /v1/promotions': EVERYONE,
  'GET /v1/promotions/{id}': EVERYONE,
  'GET /v1/promotions/{id}/history': WHO_ANSWERS_FOR_IT,
  'POST /v1/promotions': OPERATOR,
  'PUT /v1/promotions/{id}': OPERATOR,
  'POST /v1/promotions/{id}/publish': OPERATOR,
  'POST /v1/promotions/{id}/pause': OPERATOR,
  'POST /v1/promotions/{id}/resume': OPERATOR,
  'POST /v1/promotions/{id}/end': OPERATOR,
  'POST /v1/promotions/{id}/emergency-stop': OPERATOR,

  'GET /v1/pricing-processes': WHO_ANSWERS_FOR_IT,

  'GET /v1/shop/policies': EVERYONE,
  'GET /v1/shop/policies/history': WHO_ANSWERS_FOR_IT,
  'PUT /v1/shop/policies': OPERATOR,

  'GET /v1/quotes': WHO_KNOWS_CUSTOMERS,
  'GET /v1/quotes/{id}': WHO_KNOWS_CUSTOMERS,
  'POST /v1/quotes': WHO_SELLS,

  'POST /v1/previews': WHO_KNOWS_CUSTOMERS,
  'POST /v1/price-list': WHO_KNOWS_CUSTOMERS,
  'POST /v1/fill-up': WHO_KNOWS_CUSTOMERS,

  'POST /v1/backtests': WHO_DECIDES,
  'GET /v1/backtests/{id}': WHO_ANSWERS_FOR_IT,
  'DELETE /v1/backtests/{id}': WHO_DECIDES,

  'GET /v1/orders': WHO_KNOWS_CUSTOMERS,
  'GET /v1/orders/{id}': WHO_KNOWS_CUSTOMERS,
  'GET /v1/orders/{id}/history': WHO_KNOWS_CUSTOMERS,
  'POST /v1/orders': WHO_SELLS,
  'POST /v1/orders/{id}/compensate': ['operator', 'approver'],
  'GET /v1/corrections': WHO_ANSWERS_FOR_IT,
  'POST /v1/orders/{id}/pay': WHO_SELLS,
  'POST /v1/orders/{id}/cancel': WHO_SELLS,
  'POST /v1/orders/{id}/change': WHO_SELLS,
  'POST /v1/orders/{id}/returns': WHO_SELLS,
  'POST /v1/orders/{id}/weights': WHO_SELLS,
  'POST /v1/orders/{id}/prices': ['operator', 'approver'],

  'GET /v1/allowances': EVERYONE,
  'GET /v1/allowances/{id}': WHO_KNOWS_CUSTOMERS,
  'GET /v1/allowances/{id}/history': EVERYONE,
  'GET /v1/allowances/{id}/timeline': WHO_ANSWERS_FOR_IT,
  'GET /v1/customers/{id}/uses': WHO_KNOWS_CUSTOMERS,
  'PUT /v1/allowances/{id}': OPERATOR,
  'POST /v1/allowances/{id}/adjust': OPERATOR,
  'POST /v1/allowances/{id}/holds': WHO_SELLS,
  'POST /v1/allowances/{id}/holds/{hold}/resize': WHO_SELLS,
  'POST /v1/allowances/{id}/holds/{hold}/confirm': WHO_SELLS,
  'POST /v1/allowances/{id}/holds/{hold}/release': WHO_SELLS,
  'POST /v1/allowances/{id}/holds/{hold}/cancel': WHO_SELLS,

  'GET /v1/search': EVERYONE,
  'GET /v1/analytics': ['analyst', 'operator', 'approver', 'auditor'],

  'GET /v1/events': ['auditor', 'analyst', 'operator'],
  'GET /v1/log': ['auditor'],
};

export function mayAsk(access: Access, role: Role): boolean {
  return access === 'public' || role === 'admin' || access.includes(role);
}
