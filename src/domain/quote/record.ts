import { closesAt } from '../kernel/closing.js';
import { earlier, type Instant, plusMillis } from '../kernel/instant.js';
import { CURRENCY } from '../kernel/money.js';
import type { Terms } from '../pricing/offer.js';
import type { Quote } from '../pricing/quote.js';
import type { QuoteAmounts, QuoteFacts, QuoteGiven } from './events.js';
import type { QuoteRequest } from './request.js';

/** How long a price is promised: 15 minutes (DESIGN §6). */
export const QUOTE_VALID_MILLIS = 15 * 60_000;

/** The part of a result that is proved: amounts, shares, gifts and reasons; words and explanations may improve. */
export function provenResult({ list, discount, delivery, pay, lines, gifts, applied, refused }: Quote): unknown {
  return {
    list,
    discount,
    delivery,
    pay,
    lines: lines.map((line) => ({ id: line.id, list: line.list, pay: line.pay, shares: line.shares })),
    gifts,
    applied: applied.map(({ offer, amount, delivery, ungiven }) => ({ offer, amount, delivery, ungiven })),
    refused: refused.map(({ offer, reason }) => ({ offer, reason })),
  };
}

/** Ids of the offers a quote has to answer for: those that touched the basket. */
export function touchedOffers(quote: Quote): string[] {
  return [...quote.applied, ...quote.refused].map(({ offer }) => offer);
}

/** What is stored of a quote. `result` is the hash of `provenResult`. */
export function recordOf(
  request: QuoteRequest,
  quote: Quote,
  facts: QuoteFacts,
  at: Instant,
  flashTerms: readonly Terms[],
  result: string,
): QuoteGiven {
  return {
    at,
    validUntil: validUntil(at, flashTerms, facts),
    currency: CURRENCY,
    request,
    facts,
    amounts: amountsOf(request, quote),
    result,
  };
}

/** A quote's promise ends with the window of a flash price it holds. */
function validUntil(at: Instant, flashTerms: readonly Terms[], { local }: QuoteFacts): Instant {
  const windowEnds = flashTerms.flatMap(({ schedule: { until, recurrence } = {} }) => [
    until,
    recurrence && closesAt(recurrence, at, local[recurrence.zone]!),
  ]);
  return windowEnds.reduce<Instant>(
    (end, windowEnd) => (windowEnd === undefined ? end : earlier(end, windowEnd)),
    plusMillis(at, QUOTE_VALID_MILLIS),
  );
}

function amountsOf(request: QuoteRequest, quote: Quote): QuoteAmounts {
  const pay = new Map(quote.lines.map((line) => [line.id, line.pay]));
  const gave = quote.applied.map(({ offer, amount, delivery }) => [offer, amount + delivery] as const);
  return {
    list: quote.list,
    discount: quote.discount,
    delivery: quote.delivery,
    pay: quote.pay,
    lines: request.lines.map((line) => pay.get(line.id) ?? 0),
    gave: Object.fromEntries(gave),
  };
}
