import { type ExplainedQuote, explainQuote } from '../../../commands/quote/explainQuote.js';
import type { QuoteAnswer } from '../../../commands/quote/giveQuote.js';
import type { ApiDeps } from '../apiDeps.js';

/** A quote, explained. One given before is priced again from the log, and so says the same as the first time. */
export async function partsOf(
  { deps }: ApiDeps,
  shop: string,
  { id, given, quote, touched }: QuoteAnswer,
): Promise<ExplainedQuote> {
  if (quote === null) return explainQuote(deps, shop, id);
  return { id, given, quote, offers: touched, verified: true };
}
