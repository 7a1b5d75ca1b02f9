import { sameJson } from '../kernel/canonicalJson.js';
import { Rejection } from '../kernel/rejection.js';
import type { QuoteEvent, QuoteGiven } from './events.js';
import type { QuoteRequest } from './request.js';
import type { QuoteState } from './state.js';

/**
 * A quote is given once, priced then; another request needs another id.
 * @throws Rejection QUOTE_EXISTS, and those of `price`.
 */
export function give(state: QuoteState, request: QuoteRequest, price: () => QuoteGiven): readonly QuoteEvent[] {
  if (!state.given) return [{ type: 'quote-given', data: price() }];
  if (sameJson(state.given.request, request)) return [];
  throw new Rejection('QUOTE_EXISTS', 'A quote with this id was given for another basket: choose another id.');
}
