import { customerAggregate } from '../../domain/customer/stream.js';

/** What all commands about customers have in common. */
export const aboutCustomers = {
  roles: ['operator', 'order-service'],
  aggregate: customerAggregate,
  target: ({ customer }: { readonly customer: string }) => customer,
} as const;
