import type { Recorded } from '../kernel/decider.js';
import type { QuoteEvent, QuoteGiven } from './events.js';

export interface QuoteState {
  readonly given: QuoteGiven | null;
}

export const noQuote: QuoteState = { given: null };

export function evolveQuote(_: QuoteState, event: Recorded<QuoteEvent>): QuoteState {
  return { given: event.data };
}
