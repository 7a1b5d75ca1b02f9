import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { streamName } from '../../domain/kernel/stream.js';
import type { Quote } from '../../domain/pricing/quote.js';
import type { QuoteGiven } from '../../domain/quote/events.js';
import { provenResult } from '../../domain/quote/record.js';
import { quoteAggregate } from '../../domain/quote/stream.js';
import { loadStream } from '../loadStream.js';
import type { OfferInForce } from '../offersInForce.js';
import type { CommandDeps } from '../ports.js';
import { reckonQuote } from './reckonQuote.js';
import { recordedSources } from './recordedSources.js';

export interface ExplainedQuote {
  readonly id: string;
  readonly given: QuoteGiven;
  /** Priced again from the facts and rules the quote recorded, out of the log alone. */
  readonly quote: Quote;
  /** The offers that touched the basket, as they were priced. */
  readonly offers: readonly OfferInForce[];
  /** Whether that is, to the byte, the result that was promised. */
  readonly verified: boolean;
}

/** An old quote with its whole explanation. @throws Rejection QUOTE_UNKNOWN */
export async function explainQuote(deps: CommandDeps, shop: string, id: string): Promise<ExplainedQuote> {
  const { state } = await loadStream(deps.store, quoteAggregate, streamName(quoteAggregate.category, shop, id));
  if (!state.given) throw new Rejection('QUOTE_UNKNOWN', `There is no quote ${id}.`);
  const { given } = state;
  const { quote, touched: offers } = reckonQuote(
    given.request,
    await recordedSources(deps.store, shop, given),
    given.at,
  );
  const verified = deps.machine.sha256(canonicalJson(provenResult(quote))) === given.result;
  return { id, given, quote, offers, verified };
}
