import type { StoredEvent } from '../../commands/eventStore.js';
import { decode } from '../../commands/storedEvents.js';
import type { AllowanceEvent, AllowanceTerms } from '../../domain/allowance/events.js';
import { allowanceAggregate } from '../../domain/allowance/stream.js';
import type { Projection } from '../projection.js';

/**
 * Which allowances there are, and on what terms. What is left of them is not in the table: its row would be written
 * anew with each of a hundred thousand holds; see AllowancesInMemory.
 */
export const allowancesProjection: Projection<AllowanceTerms> = {
  name: 'allowances',
  version: 1,
  category: allowanceAggregate.category,
  evolve,
  table: {
    name: 'allowance',
    columns: { promotion: 'text', unit: 'text', total: 'integer' },
    records: ({ document: { source, unit, total } }) => [{ promotion: source.promotion, unit, total }],
  },
  details: [],
};

/** What happens to holds changes no terms, and is not even read. */
const OF_HOLDS = [
  'allowance-held',
  'hold-resized',
  'hold-confirmed',
  'hold-released',
  'hold-expired',
  'hold-cancelled',
];

function evolve(terms: AllowanceTerms | undefined, stored: StoredEvent): AllowanceTerms {
  if (terms && OF_HOLDS.includes(stored.type)) return terms;
  const event = decode<AllowanceEvent>(stored);
  if (event.type === 'allowance-opened' || event.type === 'allowance-adjusted') return event.data;
  throw new TypeError(`${event.type} of an allowance that was never opened`);
}
