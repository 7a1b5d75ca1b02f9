import type { Customer } from '../domain/customer/state.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { Remaining } from '../domain/pricing/facts.js';
import type { Product } from '../domain/product/state.js';
import type { Promotion } from '../domain/promotion/state.js';
import type { Shop } from '../domain/shop/state.js';
import type { Position } from './eventStore.js';
import type { OfferInForce, OffersInForce } from './offersInForce.js';

/** A fact as a view knows it: the state, and the revision of the stream it is folded to. */
export interface Fact<State> {
  readonly revision: number;
  readonly state: State;
}

/** Whose allowance it is, and when; the date that a zone's clock shows then. */
export interface RemainingFor {
  readonly customer: string | undefined;
  readonly at: Instant;
  readonly dayIn: (zone: string) => string;
}

export interface OrderCounts {
  readonly placed: number;
  readonly cancelled: number;
}

/** What a price will ask of a view. */
export interface Needed {
  readonly customer: string | undefined;
  /** Products, or every product of the shop. */
  readonly skus: readonly string[] | 'all';
}

/** What pricing needs to know, at hand: a view of promotions, products, customers and policies. */
export interface PricingView {
  /** How far it has followed the log. */
  readonly position: () => Position;
  /** Resolves when it has reached a position. @throws Rejection VIEW_BEHIND after 2 s. */
  readonly reached: (position: Position) => Promise<void>;
  readonly offersInForce: (shop: string, at: Instant) => OffersInForce;
  readonly product: (shop: string, sku: string) => Fact<Product> | undefined;
  /** Every product of a shop, with its SKU; of a view that prepared all of them. */
  readonly products: (shop: string) => Iterable<readonly [string, Fact<Product>]>;
  /** Every promotion of a shop, drafts too, with its id. */
  readonly promotions: (shop: string) => Iterable<readonly [string, Fact<Promotion>]>;
  readonly customer: (shop: string, id: string) => Fact<Customer> | undefined;
  readonly shop: (shop: string) => Fact<Shop> | undefined;
  /** Orders of a customer: placed, and of those cancelled or expired. */
  readonly orders: (shop: string, customer: string) => OrderCounts;
  /** What is left of an offer's allowances, for a customer or a guest; undefined: nothing limits it. */
  readonly remaining: (shop: string, offer: OfferInForce, use: RemainingFor) => Remaining | undefined;
  /**
   * A view that has at hand what is needed: these products, this customer, what limits them. Ask it, not this one, and
   * ask for nothing else; it knows soonest what was asked for before.
   */
  readonly prepared: (shop: string, needed: Needed, at: Instant) => Promise<PricingView>;
}
