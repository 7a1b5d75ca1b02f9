import type { Fen } from '../kernel/money.js';
import type { Grams } from '../kernel/weight.js';

export const CHANNELS = ['pc', 'h5', 'mini-program', 'app'] as const;
export type Channel = (typeof CHANNELS)[number];

export const ORDER_MODES = ['normal', 'flash', 'bargain'] as const;
export type OrderMode = (typeof ORDER_MODES)[number];

/**
 * One line with what the catalogue knew of its product. Either `quantity` (pieces) or `grams`; with grams,
 * prices are per 500 g and `pieces` says how many physical pieces were weighed.
 */
export interface PricedLine {
  readonly id: string;
  readonly sku: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly unitPrice: Fen;
  readonly floorPrice?: Fen;
  /** Former price, for percentages of `productBase: originalPrice`. */
  readonly originalPrice?: Fen;
  readonly quantity?: number;
  readonly grams?: Grams;
  readonly pieces?: number;
  /** False: in the cart, not in the purchase. Default true. */
  readonly selected?: boolean;
}

/** What pricing may know of who is buying. */
export interface Buyer {
  readonly tier?: string;
  /** The number of the order being priced: 1 for a new customer. */
  readonly orderNumber?: number;
  /** Points the customer chose to use, at most what they have. */
  readonly points?: number;
  readonly segments?: readonly string[];
}

export interface Basket {
  readonly lines: readonly PricedLine[];
  readonly buyer: Buyer;
  readonly channel?: Channel;
  readonly orderMode: OrderMode;
  /** Delivery fee, given by the caller. */
  readonly delivery: Fen;
  /** Ids of the coupon offers the customer chose. An offer with `coupon` not among them is not in play. */
  readonly coupons: readonly string[];
}
