import type { Aggregate } from '../kernel/decider.js';
import type { QuoteEvent } from './events.js';
import { evolveQuote, noQuote, type QuoteState } from './state.js';

export const quoteAggregate: Aggregate<QuoteState, QuoteEvent> = {
  category: 'quote',
  initial: noQuote,
  evolve: evolveQuote,
};
