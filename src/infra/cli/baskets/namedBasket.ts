import type { QuoteMessage } from '../../../commands/quote/quoteMessage.js';

/** A basket out of a file: what it is called, and where it stands, so that a fault can be found. */
export interface NamedBasket {
  readonly name: string;
  /** `file:line`. */
  readonly place: string;
  readonly request: QuoteMessage;
}

/** Something in a file that is no basket, or cannot be priced. */
export interface BasketFault {
  readonly place: string;
  readonly message: string;
}

export interface BasketsRead {
  readonly baskets: readonly NamedBasket[];
  readonly faults: readonly BasketFault[];
}
