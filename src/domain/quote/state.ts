import { neverHappens, type Recorded } from '../kernel/decider.js';
import type { QuoteEvent, QuoteGiven } from './events.js';

export interface QuoteState {
  readonly given: QuoteGiven | null;
  /** The order that pins it. */
  readonly taken?: string;
}

export const noQuote: QuoteState = { given: null };

export function evolveQuote(state: QuoteState, event: Recorded<QuoteEvent>): QuoteState {
  switch (event.type) {
    case 'quote-given':
      return { given: event.data };
    case 'quote-taken':
      return { ...state, taken: event.data.order };
    default:
      return neverHappens(event);
  }
}
