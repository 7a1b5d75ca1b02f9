import type { Fen } from '../kernel/money.js';
import type { Grams } from '../kernel/weight.js';
import type { Basket } from '../pricing/basket.js';
import type { PricingFacts } from '../pricing/facts.js';
import type { Offer } from '../pricing/offer.js';
import type { Gift } from '../pricing/quote.js';

/** A line as it was paid for. */
export interface PaidLine {
  readonly id: string;
  readonly pay: Fen;
  /** Its price was set by hand: what is kept of it keeps that price. */
  readonly byHand?: boolean;
}

/** What was paid: the selected lines, what came with them, and delivery. */
export interface Paid {
  readonly lines: readonly PaidLine[];
  readonly gifts: readonly Gift[];
  readonly delivery: Fen;
  readonly pay: Fen;
}

/** A purchase with the rules and facts it was priced with: all a refund is reckoned from. */
export interface Bought {
  readonly basket: Basket;
  readonly offers: readonly Offer[];
  readonly facts: PricingFacts;
  readonly paid: Paid;
}

/** What is no longer with the customer, over all returns, and what the scales said. */
export interface Gone {
  /** Pieces or grams, by line. */
  readonly lines: Readonly<Record<string, number>>;
  /** Pieces or grams of added gifts, by offer. */
  readonly gifts: Readonly<Record<string, number>>;
  /** Weighed weight of lines that were weighed again. */
  readonly weighed: Readonly<Record<string, Grams>>;
}

export const NOTHING_GONE: Gone = { lines: {}, gifts: {}, weighed: {} };
