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

/**
 * Pins it to an order, once and for ever: a quote is for one order.
 * @throws Rejection QUOTE_UNKNOWN, QUOTE_USED when another order took it.
 */
export function take(state: QuoteState, order: string): readonly QuoteEvent[] {
  if (!state.given) throw new Rejection('QUOTE_UNKNOWN', 'There is no quote with this id.');
  if (state.taken === order) return [];
  if (state.taken === undefined) return [{ type: 'quote-taken', data: { order } }];
  throw new Rejection('QUOTE_USED', 'Another order took this quote: ask for a new one.');
}
