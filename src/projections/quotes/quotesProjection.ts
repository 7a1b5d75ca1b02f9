import { decode } from '../../commands/storedEvents.js';
import type { QuoteEvent } from '../../domain/quote/events.js';
import { quoteAggregate } from '../../domain/quote/stream.js';
import type { Projection } from '../projection.js';

/** What a list shows of a quote; the rest comes back by explaining it. */
export interface QuoteSummary {
  readonly at: string;
  readonly validUntil: string;
  readonly customer: string | null;
  readonly list: number;
  readonly discount: number;
  readonly pay: number;
  /** The order that took it. */
  readonly order: string | null;
}

/** Which quotes were given, to whom, and at what price. */
export const quotesProjection: Projection<QuoteSummary> = {
  name: 'quotes',
  version: 2,
  category: quoteAggregate.category,
  evolve: (document, stored) => {
    const event = decode<QuoteEvent>(stored);
    if (event.type === 'quote-taken') return { ...document!, order: event.data.order };
    const { at, validUntil, request, amounts } = event.data;
    const { list, discount, pay } = amounts;
    return { at, validUntil, customer: request.customer ?? null, list, discount, pay, order: null };
  },
  table: {
    name: 'quote',
    columns: { given_at: 'text', customer: 'text', pay: 'integer' },
    records: ({ document: { at, customer, pay } }) => [{ given_at: at, customer, pay }],
  },
  details: [],
};
