import { z } from 'zod';
import { setTier } from '../../domain/customer/decisions.js';
import type { CustomerEvent } from '../../domain/customer/events.js';
import type { Customer } from '../../domain/customer/state.js';
import type { Command } from '../command.js';
import { customerId, effectiveFrom, word } from '../messageFields.js';
import { aboutCustomers } from './aboutCustomers.js';

const message = z.strictObject({ customer: customerId, tier: word.nullable(), effectiveFrom });

/** Sets the member tier of a customer; null takes it away. */
export const setCustomerTier: Command<z.infer<typeof message>, Customer, CustomerEvent> = {
  ...aboutCustomers,
  name: 'set-customer-tier',
  message,
  decide: (state, { tier, effectiveFrom }, at) => setTier(state, tier, { at, effectiveFrom }),
};
