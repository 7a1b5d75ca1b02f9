import type { Refusal } from '../../domain/order/events.js';
import type { QuoteAnswer } from '../quote/giveQuote.js';
import type { OrderOutcome } from './concluded.js';

/** How a command about an order ended: done, or a promise that could not be kept. */
export type OrderAnswer =
  | { readonly id: string; readonly outcome: OrderOutcome; readonly refusal: null }
  | {
      readonly id: string;
      /** Null: it was refused before anything was written. */
      readonly outcome: OrderOutcome | null;
      readonly refusal: Refusal;
      /** What the goods cost without what is gone, to ask the customer about; null: they cannot be priced. */
      readonly instead: QuoteAnswer | null;
    };
