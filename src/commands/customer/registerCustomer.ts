import { z } from 'zod';
import { register } from '../../domain/customer/decisions.js';
import type { CustomerEvent } from '../../domain/customer/events.js';
import type { Customer } from '../../domain/customer/state.js';
import type { Command } from '../command.js';
import { customerId, effectiveFrom, word } from '../messageFields.js';
import { aboutCustomers } from './aboutCustomers.js';

const message = z.strictObject({
  customer: customerId,
  tier: word.nullable().optional().meta({ description: 'Absent: as it is; null: none' }),
  effectiveFrom,
});

/** Makes a customer known under an opaque id, with its member tier. */
export const registerCustomer: Command<z.infer<typeof message>, Customer, CustomerEvent> = {
  ...aboutCustomers,
  name: 'register-customer',
  message,
  decide: (state, { tier, effectiveFrom }, at) => register(state, tier, { at, effectiveFrom }),
};
