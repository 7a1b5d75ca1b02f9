/** What is still missing; exactly one of the three. */
export interface Shortfall {
  readonly amount?: number;
  readonly quantity?: number;
  readonly grams?: number;
}

export type Reason =
  | 'disabled'
  | 'outside-window'
  | 'wrong-channel'
  | 'wrong-order-mode'
  | 'wrong-tier'
  | 'order-number'
  | 'not-new-customer'
  | 'no-points'
  | 'no-eligible-line'
  | 'threshold-not-met'
  | 'quantity-not-met'
  | 'weight-not-met'
  | 'no-room'
  | 'displaced-by-exclusive'
  | 'lost-to-better'
  | 'stopped';

export interface NotApplied {
  readonly promotion: string;
  readonly reason: Reason;
  readonly shortfall?: Shortfall;
}

/** A free part of a line, an added good, or points beside a discount. */
export interface OracleGift {
  readonly promotion: string;
  readonly line?: string;
  readonly sku?: string;
  readonly quantity?: number;
  readonly grams?: number;
  readonly value?: number;
  readonly points?: number;
  readonly lineShares?: Readonly<Record<string, number>>;
}

export interface NextRung {
  readonly promotion: string;
  readonly shortfall: Shortfall;
}

/** Amounts in fen. Records hold only what is above zero, but `lineTotals` every selected line. */
export interface OracleResult {
  readonly total: number;
  readonly itemsTotal: number;
  readonly shippingTotal: number;
  readonly subtotal: number;
  readonly lineTotals: Readonly<Record<string, number>>;
  readonly discounts: Readonly<Record<string, number>>;
  readonly lineDiscounts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly ungiven: Readonly<Record<string, number>>;
  readonly gifts: readonly OracleGift[];
  readonly notApplied: readonly NotApplied[];
  readonly nextRung: readonly NextRung[];
  /** Ids of the promotions that gave something, in the order in which they were applied. */
  readonly applied: readonly string[];
  readonly subtotalWithGifts: number;
  readonly lineCount: number;
}
