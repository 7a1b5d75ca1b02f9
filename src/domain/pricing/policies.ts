import type { BasisPoints } from '../kernel/rate.js';

/** Switches of a shop where honest systems differ (docs/policies.md). Recorded in each quote. */
export interface Policies {
  readonly selection: 'best-for-customer' | 'priority';
  readonly percentBase: 'running' | 'original';
  readonly thresholdBase: 'running' | 'original';
  readonly productBase: 'currentPrice' | 'originalPrice';
  readonly exclusiveChoice: 'priority' | 'most-valuable';
  readonly groupPick: 'best' | 'priority';
  readonly groupScope: 'order' | 'line';
  readonly giftChoice: 'cheapest' | 'dearest';
  readonly partGift: boolean;
  readonly partUnits: 'whole' | 'prorate';
  /** The store's greatest discount, of the list prices of the purchase; absent: none. */
  readonly greatestDiscountBp?: BasisPoints;
  readonly returns: (typeof RETURN_POLICIES)[number];
  /** A negative refund under `re-evaluate`: nothing now and less later, or a debt netted with the next. */
  readonly negativeRefund: 'forbidden' | 'debt';
  /** On re-quoting, thresholds are seen on the weighed weight or pinned to the ordered one. */
  readonly actualWeightThreshold: 'actual' | 'ordered';
  readonly couponOnReturn: 'when-all-returned' | 'never';
  /** Uses of a paid order that was cancelled. */
  readonly afterCancel: 'reusable' | 'consumed';
}

/** What is paid back: the net price of what returns, paid less the price of what is kept, or that by weighed weight. */
export const RETURN_POLICIES = ['keep-discount', 're-evaluate', 're-quote-actual-weight'] as const;

export const DEFAULT_POLICIES: Policies = {
  selection: 'best-for-customer',
  percentBase: 'running',
  thresholdBase: 'running',
  productBase: 'currentPrice',
  exclusiveChoice: 'priority',
  groupPick: 'best',
  groupScope: 'order',
  giftChoice: 'cheapest',
  partGift: false,
  partUnits: 'whole',
  returns: 'keep-discount',
  negativeRefund: 'forbidden',
  actualWeightThreshold: 'actual',
  couponOnReturn: 'when-all-returned',
  afterCancel: 'reusable',
};
