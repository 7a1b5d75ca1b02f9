import type { QuoteMessage } from '../../../commands/quote/quoteMessage.js';
import type { Fen } from '../../../domain/kernel/money.js';
import type { AppliedOffer, Gift, QuotedLine, RefusedOffer } from '../../../domain/pricing/quote.js';

/** What a price says, wherever it was reckoned. */
export interface Priced {
  /** Of a quote that was recorded. */
  readonly id?: string;
  readonly list: Fen;
  readonly discount: Fen;
  readonly delivery: Fen;
  readonly pay: Fen;
  readonly lines: readonly QuotedLine[];
  readonly gifts: readonly Gift[];
  readonly applied: readonly AppliedOffer[];
  readonly refused: readonly RefusedOffer[];
}

/** A shop that prices baskets: in this process, or behind a URL. */
export interface PricingShop {
  /** Where the prices come from, in words. */
  readonly words: string;
  /** Each quote is written into the log and kept. */
  readonly records: boolean;
  /** How many baskets it takes at once. */
  readonly atOnce: number;
  /** @throws Rejection, ServerRefused */
  readonly price: (request: QuoteMessage) => Promise<Priced>;
  readonly productName: (sku: string) => string;
  readonly offerName: (id: string) => string;
  readonly close: () => Promise<void>;
}
