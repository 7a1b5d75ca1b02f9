import { registerCustomer } from '../../../commands/customer/registerCustomer.js';
import { setCustomerTier } from '../../../commands/customer/setCustomerTier.js';
import { word } from '../../../commands/messageFields.js';
import { customerChronicle } from '../../../projections/history/chronicles.js';
import type { ApiDeps } from '../apiDeps.js';
import { historyRoute } from '../history/historyRoute.js';
import { commandRoute } from '../routes/commandRoute.js';
import { listRoute } from '../routes/listRoute.js';
import { readRoute } from '../routes/readRoute.js';
import type { Route } from '../routes/route.js';
import { customerResource as customer } from './customerResource.js';

/** Who may have member prices. */
export function customerRoutes(api: ApiDeps): Route[] {
  return [
    listRoute(api, customer, {
      query: { tier: word.optional().meta({ description: 'Only those of this tier' }) },
      where: ({ tier }): Record<string, string> => (tier === undefined ? {} : { tier }),
    }),
    readRoute(api, customer),
    historyRoute(api, customer, customerChronicle),
    commandRoute(api, customer, {
      method: 'PUT',
      command: registerCustomer,
      inPath: 'customer',
      creates: true,
      summary: 'Make a customer known, with a member tier',
      example: { tier: 'gold' },
    }),
    commandRoute(api, customer, {
      method: 'POST',
      verb: '/tier',
      command: setCustomerTier,
      inPath: 'customer',
      summary: 'Set the member tier; null takes it away',
      example: { tier: 'diamond', effectiveFrom: '2026-12-01T00:00:00+08:00' },
      problems: ['CUSTOMER_UNKNOWN'],
    }),
  ];
}
