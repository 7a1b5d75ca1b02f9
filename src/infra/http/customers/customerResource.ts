import { z } from 'zod';
import { type Customer, customerUntil } from '../../../domain/customer/state.js';
import { factAt } from '../../../domain/kernel/timeline.js';
import { customersProjection } from '../../../projections/customers/customersProjection.js';
import type { Resource } from '../routes/resource.js';
import { told, upcoming, upcomingSchema } from '../routes/upcoming.js';

const held = { tier: z.string().nullable().meta({ description: 'Member tier; null: none', example: 'gold' }) };

/** A customer as callers see one: an opaque id and a tier, nothing personal. */
export const customerResource: Resource<Customer> = {
  name: 'customer',
  path: '/v1/customers',
  idName: 'id',
  projection: customersProjection,
  unknown: 'CUSTOMER_UNKNOWN',
  fields: { id: z.string(), ...held, upcoming: upcomingSchema(held) },
  show: (id, customer, at) => ({
    id,
    tier: factAt(customer.tier, at) ?? null,
    upcoming: upcoming(at, [told(customer.tier, (tier) => ({ tier }))]),
  }),
  until: customerUntil,
};
