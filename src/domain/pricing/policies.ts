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
}

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
};
