import type { Aggregate } from '../kernel/decider.js';
import type { CustomerEvent } from './events.js';
import { type Customer, evolveCustomer, noCustomer } from './state.js';

export const customerAggregate: Aggregate<Customer, CustomerEvent> = {
  category: 'customer',
  initial: noCustomer,
  evolve: evolveCustomer,
};
