import type { Customer } from '../../domain/customer/state.js';
import { customerAggregate } from '../../domain/customer/stream.js';
import { latestFact } from '../../domain/kernel/timeline.js';
import type { Projection } from '../projection.js';
import { snapshotOf } from '../snapshotOf.js';

/** Which customers are known, and their tier. */
export const customersProjection: Projection<Customer> = {
  name: 'customers',
  version: 1,
  category: customerAggregate.category,
  evolve: snapshotOf(customerAggregate),
  table: {
    name: 'customer',
    columns: { tier: 'text' },
    records: ({ document }) => [{ tier: latestFact(document.tier) ?? null }],
  },
  details: [],
};
