import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { QuoteGiven } from '../../domain/quote/events.js';
import { provenResult, recordOf } from '../../domain/quote/record.js';
import type { QuoteRequest } from '../../domain/quote/request.js';
import type { Machine } from '../ports.js';
import type { Reckoned } from './reckonQuote.js';

/** What the log keeps of a price; reckoned again from the same facts it comes out the same, to the byte. */
export function recordOfReckoned(
  { sha256 }: Pick<Machine, 'sha256'>,
  request: QuoteRequest,
  { quote, used, touched }: Pick<Reckoned, 'quote' | 'used' | 'touched'>,
  at: Instant,
): QuoteGiven {
  const applied = new Set(quote.applied.map(({ offer }) => offer));
  const flash = touched.filter(({ id, terms }) => terms.kind === 'flash-sale' && applied.has(id));
  const hash = sha256(canonicalJson(provenResult(quote)));
  return recordOf(
    request,
    quote,
    used,
    at,
    flash.map(({ terms }) => terms),
    hash,
  );
}
