import type { Fen } from '../kernel/money.js';
import type { Grams } from '../kernel/weight.js';
import type { Channel, OrderMode } from '../pricing/basket.js';

/** What a customer wants to buy, as the caller says it: prices never come from outside. */
export interface RequestedLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity?: number;
  readonly grams?: Grams;
  readonly pieces?: number;
  readonly selected?: boolean;
}

export interface QuoteRequest {
  readonly lines: readonly RequestedLine[];
  readonly customer?: string;
  /** Orders of the customer so far, where the caller counts them. */
  readonly orders?: { readonly placed: number; readonly cancelled?: number };
  readonly channel?: Channel;
  readonly orderMode?: OrderMode;
  readonly delivery?: Fen;
  /** Coupon promotions the customer chose. */
  readonly coupons?: readonly string[];
  /** The order that this would be the new quote of: what it holds counts as free. */
  readonly changes?: string;
  /** Points the customer chose to use. */
  readonly points?: number;
}
