import type { Fen } from '../kernel/money.js';
import type { RejectionFacts } from '../kernel/rejection.js';

/** Why an offer gave nothing: the golden vocabulary, part of the public contract. */
export const REASONS = [
  'threshold-not-met',
  'quantity-not-met',
  'weight-not-met',
  'no-eligible-line',
  'no-room',
  'outside-window',
  'wrong-channel',
  'wrong-order-mode',
  'order-number',
  'not-new-customer',
  'no-points',
  'disabled',
  'displaced-by-exclusive',
  'lost-to-better',
  'stopped',
  'wrong-tier',
  'wrong-segment',
  'not-chosen',
  'sold-out',
  'customer-limit-reached',
  'budget-exceeded',
] as const;
export type Reason = (typeof REASONS)[number];

/** How much more it takes: exactly one of the three. */
export interface Shortfall {
  readonly amount?: Fen;
  readonly quantity?: number;
  readonly grams?: number;
}

export interface QuotedLine {
  readonly id: string;
  readonly sku: string;
  /** List amount. */
  readonly list: Fen;
  readonly discount: Fen;
  /** `list - discount`. */
  readonly pay: Fen;
  /** Share of each offer that discounted the line. */
  readonly shares: Readonly<Record<string, Fen>>;
}

export interface Gift {
  readonly offer: string;
  /** In the basket: the line it lies on. */
  readonly line?: string;
  /** Added: the product, with its stated value. */
  readonly sku?: string;
  readonly quantity?: number;
  readonly grams?: number;
  readonly value?: Fen;
  readonly points?: number;
  readonly lineShares?: Readonly<Record<string, number>>;
}

export interface AppliedOffer {
  readonly offer: string;
  readonly kind: string;
  /** Given on goods. */
  readonly amount: Fen;
  /** Given on delivery. */
  readonly delivery: Fen;
  /** Part of a fixed amount that found no room. */
  readonly ungiven: Fen;
  /** What it was reckoned from: base, rate, rung, cap or limit that bit, …; enough to check by hand. */
  readonly facts: RejectionFacts;
  /** The next step of a ladder or repeat, and what is missing for it. */
  readonly nextRung?: { readonly shortfall: Shortfall; readonly gives: RejectionFacts };
}

export interface RefusedOffer {
  readonly offer: string;
  readonly kind: string;
  readonly reason: Reason;
  readonly shortfall?: Shortfall;
  readonly facts: RejectionFacts;
}

/** One offer's turn, with what everything cost before and after it. */
export interface TracedStep {
  readonly offer: string;
  readonly kind: string;
  readonly lane: number;
  readonly priority: number;
  /** What it gave, or why nothing. */
  readonly gave: { readonly amount: Fen; readonly delivery: Fen } | { readonly nothing: Reason };
  readonly facts: RejectionFacts;
  /** Price before, share and price after of each line it acted on or counted, beside its floor. */
  readonly lines: readonly TracedLine[];
  /** Running totals after it. */
  readonly goods: Fen;
  readonly delivery: Fen;
  readonly giftValue: Fen;
}

export interface TracedLine {
  readonly line: string;
  readonly before: Fen;
  readonly share: Fen;
  readonly after: Fen;
  readonly floor: Fen;
}

export interface Quote {
  /** Selected goods at list price. */
  readonly list: Fen;
  readonly discount: Fen;
  /** Goods after discounts. */
  readonly goods: Fen;
  /** Delivery after discounts. */
  readonly delivery: Fen;
  /** `goods + delivery`. */
  readonly pay: Fen;
  readonly lines: readonly QuotedLine[];
  readonly gifts: readonly Gift[];
  readonly applied: readonly AppliedOffer[];
  readonly refused: readonly RefusedOffer[];
  /**
   * Whether no admissible set of offers is better for the customer. False: so many offers that change what each other
   * gives met in this basket that the search spent its node budget; the set is then the best it found, never worse than
   * that of priority order. Under `selection: priority` there is nothing to prove but the pick among rivals of a group
   * (`groupPick` other than `priority`), which may run out of budget in the same way.
   */
  readonly proven: boolean;
  /** With `explain: trace`: every turn in order, enough to check the result by hand. */
  readonly trace?: readonly TracedStep[];
}
