import type { ExplainedQuote } from '../../../commands/quote/explainQuote.js';
import { shownPrice } from './shownPrice.js';

/** A quote as callers see it: every amount, and in words why. */
export function shownQuote({ id, given, quote, offers, verified }: ExplainedQuote) {
  const { at, validUntil, currency, request, facts } = given;
  return {
    id,
    at,
    validUntil,
    currency,
    customer: request.customer ?? null,
    ...shownPrice({ quote, offers, remaining: facts.remaining, lines: request.lines }),
    verified,
  };
}
