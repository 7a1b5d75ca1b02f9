import { neverHappens, type Recorded } from '../kernel/decider.js';
import type { Instant } from '../kernel/instant.js';
import type { Fen } from '../kernel/money.js';
import { factAt, factsUntil, latestFact, type Timeline, withFact } from '../kernel/timeline.js';
import type { ProductEvent, ProductGroups, ProductPrice, SaleUnit } from './events.js';

export interface Product {
  readonly name: string;
  readonly soldBy: SaleUnit;
  /** Whether it is for sale; empty: never listed. */
  readonly listed: Timeline<boolean>;
  readonly price: Timeline<ProductPrice>;
  readonly floor: Timeline<Fen | null>;
  readonly groups: Timeline<ProductGroups>;
}

/** A product as it holds at one instant. */
export interface ProductAt extends ProductPrice, ProductGroups {
  readonly name: string;
  readonly soldBy: SaleUnit;
  readonly listed: boolean;
  readonly floorPrice: Fen | null;
}

const NO_GROUPS: ProductGroups = { categories: [], tags: [] };

export const noProduct: Product = { name: '', soldBy: 'piece', listed: [], price: [], floor: [], groups: [] };

export function evolveProduct(state: Product, event: Recorded<ProductEvent>): Product {
  const from = event.effectiveFrom;
  switch (event.type) {
    case 'product-listed':
      return { ...state, ...event.data, listed: withFact(state.listed, from, true) };
    case 'product-renamed':
      return { ...state, name: event.data.name };
    case 'product-repriced':
      return { ...state, price: withFact(state.price, from, event.data) };
    case 'product-floor-set':
      return { ...state, floor: withFact(state.floor, from, event.data.floorPrice) };
    case 'product-categorised':
      return { ...state, groups: withFact(state.groups, from, event.data) };
    case 'product-delisted':
      return { ...state, listed: withFact(state.listed, from, false) };
    default:
      return neverHappens(event);
  }
}

/** What is true of it at `at`; undefined before it was listed and priced. */
export function productAt(product: Product, at: Instant): ProductAt | undefined {
  return assembled(product, (timeline) => factAt(timeline, at));
}

/** What was recorded last, whenever it takes effect. */
export function latestProduct(product: Product): ProductAt | undefined {
  return assembled(product, latestFact);
}

/** The product with only what was true by `at`; undefined: it was not there yet. */
export function productUntil(product: Product, at: Instant): Product | undefined {
  if (!productAt(product, at)) return undefined;
  const { listed, price, floor, groups } = product;
  return {
    ...product,
    listed: factsUntil(listed, at),
    price: factsUntil(price, at),
    floor: factsUntil(floor, at),
    groups: factsUntil(groups, at),
  };
}

function assembled(product: Product, fact: <T>(timeline: Timeline<T>) => T | undefined): ProductAt | undefined {
  const listed = fact(product.listed);
  const price = fact(product.price);
  if (listed === undefined || !price) return undefined;
  const { categories, tags } = fact(product.groups) ?? NO_GROUPS;
  const { name, soldBy } = product;
  const { unitPrice, originalPrice } = price;
  const floorPrice = fact(product.floor) ?? null;
  const known = { name, soldBy, listed, unitPrice, categories, tags, floorPrice };
  return originalPrice === undefined ? known : { ...known, originalPrice };
}
