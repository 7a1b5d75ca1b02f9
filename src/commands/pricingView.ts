import type { Customer } from '../domain/customer/state.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { Product } from '../domain/product/state.js';
import type { Shop } from '../domain/shop/state.js';
import type { Position } from './eventStore.js';
import type { OffersInForce } from './offersInForce.js';

/** A fact as a view knows it: the state, and the revision of the stream it is folded to. */
export interface Fact<State> {
  readonly revision: number;
  readonly state: State;
}

/** What pricing needs to know, at hand: an in-memory view of promotions, products, customers and policies. */
export interface PricingView {
  /** How far it has followed the log. */
  readonly position: () => Position;
  /** Resolves when it has reached a position. @throws Rejection VIEW_BEHIND after 2 s. */
  readonly reached: (position: Position) => Promise<void>;
  readonly offersInForce: (shop: string, at: Instant) => OffersInForce;
  readonly product: (shop: string, sku: string) => Fact<Product> | undefined;
  /** Every product of a shop, with its SKU. */
  readonly products: (shop: string) => Iterable<readonly [string, Fact<Product>]>;
  readonly customer: (shop: string, id: string) => Fact<Customer> | undefined;
  readonly shop: (shop: string) => Fact<Shop> | undefined;
}
