import type { DomainEvent } from '../kernel/decider.js';
import type { Fen } from '../kernel/money.js';

/** How a product is sold: `weight` prices are per 500 g. */
export const SALE_UNITS = ['piece', 'weight'] as const;
export type SaleUnit = (typeof SALE_UNITS)[number];

export interface ProductPrice {
  readonly unitPrice: Fen;
  /** Former price, shown struck through. */
  readonly originalPrice?: Fen;
}

export interface ProductGroups {
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

/** Stored for ever: see promotion/events.ts. */
export type ProductEvent =
  | DomainEvent<'product-listed', { readonly name: string; readonly soldBy: SaleUnit }>
  | DomainEvent<'product-renamed', { readonly name: string }>
  | DomainEvent<'product-repriced', ProductPrice>
  | DomainEvent<'product-floor-set', { readonly floorPrice: Fen | null }>
  | DomainEvent<'product-categorised', ProductGroups>
  | DomainEvent<'product-delisted', { readonly reason?: string }>;
