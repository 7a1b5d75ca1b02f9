import type { Instant } from '../kernel/instant.js';
import { Rejection } from '../kernel/rejection.js';
import type { QuoteGiven } from '../quote/events.js';
import type { QuoteState } from '../quote/state.js';

/** Who wants the promise kept, for which order, and what was stopped since it was made. */
export interface PromiseCheck {
  readonly quote: string;
  readonly order: string;
  readonly customer: string | null;
  /** Promotions of the quote that were stopped in an emergency. */
  readonly stopped: readonly string[];
}

/** What a quote must be for an order to pin it, in the order in which reasons are named. A rule is one line. */
const RULES: readonly ((
  given: QuoteGiven,
  quote: QuoteState,
  check: PromiseCheck,
  at: Instant,
) => Rejection | undefined)[] = [
  (given, _quote, { customer }) =>
    (given.request.customer ?? null) === customer
      ? undefined
      : new Rejection('QUOTE_FOREIGN', 'This quote was given to another customer.'),
  (_given, { taken }, { order }) =>
    taken === undefined || taken === order
      ? undefined
      : new Rejection('QUOTE_USED', 'Another order took this quote: ask for a new one.'),
  ({ validUntil }, _quote, _check, at) =>
    at < validUntil
      ? undefined
      : new Rejection('QUOTE_EXPIRED', `Its price was promised until ${validUntil}: ask for a new one.`, {
          validUntil,
        }),
  (_given, _quote, { stopped }) =>
    stopped.length === 0
      ? undefined
      : new Rejection('QUOTE_VOID', `It holds an offer that was stopped: ask for a new one.`, { stopped }),
];

/** @throws Rejection QUOTE_UNKNOWN, QUOTE_FOREIGN, QUOTE_USED, QUOTE_EXPIRED, QUOTE_VOID. */
export function refuseBrokenPromise(quote: QuoteState, check: PromiseCheck, at: Instant): void {
  const { given } = quote;
  if (!given) throw new Rejection('QUOTE_UNKNOWN', `There is no quote ${check.quote}.`);
  for (const rule of RULES) {
    const refusal = rule(given, quote, check, at);
    if (refusal) throw refusal;
  }
}
