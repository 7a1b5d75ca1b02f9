import { sameJson } from '../kernel/canonicalJson.js';
import { Rejection } from '../kernel/rejection.js';
import type { QuoteEvent, QuoteGiven } from './events.js';
import type { QuoteState } from './state.js';

/** A quote is given once; another request needs another id. @throws Rejection QUOTE_EXISTS */
export function give(state: QuoteState, quote: QuoteGiven): readonly QuoteEvent[] {
  if (!state.given) return [{ type: 'quote-given', data: quote }];
  if (sameJson(state.given.request, quote.request)) return [];
  throw new Rejection('QUOTE_EXISTS', 'A quote with this id was given for another basket: choose another id.');
}
