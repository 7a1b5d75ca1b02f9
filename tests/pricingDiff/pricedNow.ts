import { createHash } from 'node:crypto';
import type { EventStore } from '../../src/commands/eventStore.js';
import type { QuoteVerdict } from '../../src/commands/quote/verifyQuote.js';
import { type QuotesVerified, verifyQuotes } from '../../src/commands/quote/verifyQuotes.js';

export interface PricedNow {
  readonly verified: QuotesVerified;
  /** What did not come out as it was recorded, in the order of the log. */
  readonly differing: readonly QuoteVerdict[];
}

/** Prices every quote of a log with this engine. */
export async function pricedNow(store: EventStore): Promise<PricedNow> {
  const differing: QuoteVerdict[] = [];
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const verified = await verifyQuotes(
    { store, machine: { sha256 } },
    {
      onVerdict: (verdict) => {
        if (verdict.verdict !== 'equal') differing.push(verdict);
      },
    },
  );
  return { verified, differing };
}
