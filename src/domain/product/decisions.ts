import { effective, holdsFrom, type When } from '../kernel/decider.js';
import type { Fen } from '../kernel/money.js';
import { Rejection } from '../kernel/rejection.js';
import { changesFact } from '../kernel/timeline.js';
import type { ProductEvent, ProductGroups, ProductPrice, SaleUnit } from './events.js';
import { latestProduct, type Product } from './state.js';

type Decided = readonly ProductEvent[];

/** Everything a catalogue says of a product. */
export interface ProductDescription extends ProductPrice, ProductGroups {
  readonly name: string;
  readonly soldBy: SaleUnit;
  readonly floorPrice: Fen | null;
}

/**
 * Makes the product what the description says: lists it, or records only what differs.
 * @throws Rejection SALE_UNIT_FIXED when it was sold by the other unit.
 */
export function describe(state: Product, wanted: ProductDescription, when: When): Decided {
  const known = latestProduct(state);
  if (known && known.soldBy !== wanted.soldBy) {
    throw new Rejection(
      'SALE_UNIT_FIXED',
      `It is sold by ${known.soldBy}: list goods sold by ${wanted.soldBy} under another SKU.`,
      { soldBy: known.soldBy },
    );
  }
  const { name, soldBy } = wanted;
  const decided: ProductEvent[] = [];
  if (changesFact(state.listed, holdsFrom(when), true))
    decided.push({ type: 'product-listed', data: { name, soldBy } });
  else if (known?.name !== name) decided.push({ type: 'product-renamed', data: { name } });
  decided.push(...priceSet(state, wanted, when));
  decided.push(...floorSet(state, wanted.floorPrice, when));
  decided.push(...groupsSet(state, wanted, when));
  return effective(decided, when);
}

/** @throws Rejection PRODUCT_UNKNOWN */
export function reprice(state: Product, price: ProductPrice, when: When): Decided {
  refuseUnknown(state);
  return effective(priceSet(state, price, when), when);
}

/** `null` takes the floor away. @throws Rejection PRODUCT_UNKNOWN */
export function setFloor(state: Product, floorPrice: Fen | null, when: When): Decided {
  refuseUnknown(state);
  return effective(floorSet(state, floorPrice, when), when);
}

/** @throws Rejection PRODUCT_UNKNOWN */
export function categorise(state: Product, groups: ProductGroups, when: When): Decided {
  refuseUnknown(state);
  return effective(groupsSet(state, groups, when), when);
}

/** Takes it off sale; describing it again lists it again. @throws Rejection PRODUCT_UNKNOWN */
export function delist(state: Product, reason: string | undefined, when: When): Decided {
  refuseUnknown(state);
  if (!changesFact(state.listed, holdsFrom(when), false)) return [];
  return [{ type: 'product-delisted', data: reason ? { reason } : {} }];
}

function refuseUnknown(state: Product): void {
  if (latestProduct(state)) return;
  throw new Rejection('PRODUCT_UNKNOWN', 'There is no product with this SKU: list it first.');
}

function priceSet(state: Product, { unitPrice, originalPrice }: ProductPrice, when: When): Decided {
  const price: ProductPrice = { unitPrice, ...(originalPrice !== undefined && { originalPrice }) };
  return changesFact(state.price, holdsFrom(when), price) ? [{ type: 'product-repriced', data: price }] : [];
}

function floorSet(state: Product, floorPrice: Fen | null, when: When): Decided {
  if (floorPrice === null && state.floor.length === 0) return [];
  return changesFact(state.floor, holdsFrom(when), floorPrice)
    ? [{ type: 'product-floor-set', data: { floorPrice } }]
    : [];
}

function groupsSet(state: Product, { categories, tags }: ProductGroups, when: When): Decided {
  const groups: ProductGroups = { categories, tags };
  return changesFact(state.groups, holdsFrom(when), groups) ? [{ type: 'product-categorised', data: groups }] : [];
}
