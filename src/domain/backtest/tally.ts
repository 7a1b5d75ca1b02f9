import { compareIds } from '../kernel/ids.js';
import { millisOf } from '../kernel/instant.js';
import type { Fen } from '../kernel/money.js';
import { own } from '../kernel/own.js';
import { isChanged, type OrderAmounts, type RepricedOrder } from './repricedOrder.js';

export const MOST_SHOWN = 10;

/** Orders of one product, tier or day. */
export interface Group {
  orders: number;
  changed: number;
  /** Discount on goods and, but for a product, on delivery. */
  discountWas: Fen;
  discountWould: Fen;
}

export interface OfferTally {
  ordersWas: number;
  ordersWould: number;
  gaveWas: Fen;
  gaveWould: Fen;
  /** Orders to which it would have given nothing any more, and what it gave them. */
  displaced: number;
  displacedFen: Fen;
}

export interface Totals {
  list: Fen;
  discount: Fen;
  delivery: Fen;
  pay: Fen;
}

/** What each order took of a promotion under test, in the order they were added. */
export interface Uses {
  readonly millis: number[];
  readonly fen: number[];
  readonly orders: string[];
}

/**
 * Sums over repriced orders. Orders may be added to several tallies, which are then merged: the report is the same,
 * however they were shared out.
 */
export interface Tally {
  /** Ids of the promotions under test. */
  readonly tested: ReadonlySet<string>;
  orders: number;
  changed: number;
  /** To which a promotion under test would have given something. */
  reached: number;
  readonly was: Totals;
  readonly would: Totals;
  readonly bySku: Map<string, Group>;
  readonly byTier: Map<string, Group>;
  readonly byDay: Map<string, Group>;
  readonly offers: Map<string, OfferTally>;
  readonly uses: Map<string, Uses>;
  cutAtFloor: number;
  cutAtGreatest: number;
  /** Those that change most, the most first. */
  most: RepricedOrder[];
}

/** The tier of those who have none. */
export const NO_TIER = '';

export function newTally(tested: Iterable<string>): Tally {
  const nothing = () => ({ list: 0, discount: 0, delivery: 0, pay: 0 });
  return {
    tested: new Set(tested),
    orders: 0,
    changed: 0,
    reached: 0,
    was: nothing(),
    would: nothing(),
    bySku: new Map(),
    byTier: new Map(),
    byDay: new Map(),
    offers: new Map(),
    uses: new Map(),
    cutAtFloor: 0,
    cutAtGreatest: 0,
    most: [],
  };
}

export function addOrder(tally: Tally, order: RepricedOrder): void {
  const { was, would } = order;
  const changed = isChanged(order);
  tally.orders++;
  if (changed) tally.changed++;
  addTotals(tally.was, was);
  addTotals(tally.would, would);
  const given = { discountWas: givenIn(was), discountWould: givenIn(would) };
  const one = { orders: 1, changed: changed ? 1 : 0 };
  addTo(tally.byTier, order.tier ?? NO_TIER, { ...one, ...given });
  addTo(tally.byDay, order.day, { ...one, ...given });
  for (const [sku, discounts] of discountsBySku(order)) {
    const differs = discounts.discountWas !== discounts.discountWould;
    addTo(tally.bySku, sku, { orders: 1, changed: differs ? 1 : 0, ...discounts });
  }
  addOffers(tally, order);
  if (order.cutAtFloor.length > 0) tally.cutAtFloor++;
  if (order.cutAtGreatest.length > 0) tally.cutAtGreatest++;
  if (changed) tally.most = mostOf([...tally.most, order]);
}

/** Adds what another tally of the same promotions summed up. */
export function mergeTally(tally: Tally, other: Tally): void {
  tally.orders += other.orders;
  tally.changed += other.changed;
  tally.reached += other.reached;
  addTotals(tally.was, other.was);
  addTotals(tally.would, other.would);
  for (const groups of ['bySku', 'byTier', 'byDay'] as const) {
    for (const [key, group] of other[groups]) addTo(tally[groups], key, group);
  }
  for (const [offer, more] of other.offers) addToOffer(tally.offers, offer, more);
  for (const [offer, { millis, fen, orders }] of other.uses) {
    const uses = usesOf(tally, offer);
    for (let at = 0; at < fen.length; at++) {
      uses.millis.push(millis[at]!);
      uses.fen.push(fen[at]!);
      uses.orders.push(orders[at]!);
    }
  }
  tally.cutAtFloor += other.cutAtFloor;
  tally.cutAtGreatest += other.cutAtGreatest;
  tally.most = mostOf([...tally.most, ...other.most]);
}

/** Everything an order was given, on goods and delivery. */
export function givenIn({ gave }: OrderAmounts): Fen {
  let sum = 0;
  for (const offer in gave) sum += gave[offer]!;
  return sum;
}

function addOffers(tally: Tally, { order, at, was, would }: RepricedOrder): void {
  let reached = false;
  for (const offer of Object.keys({ ...was.gave, ...would.gave })) {
    const before = own(was.gave, offer);
    const after = own(would.gave, offer);
    const displaced = before !== undefined && after === undefined;
    addToOffer(tally.offers, offer, {
      ordersWas: before === undefined ? 0 : 1,
      ordersWould: after === undefined ? 0 : 1,
      gaveWas: before ?? 0,
      gaveWould: after ?? 0,
      displaced: displaced ? 1 : 0,
      displacedFen: displaced ? before : 0,
    });
    if (after === undefined || !tally.tested.has(offer)) continue;
    reached = true;
    const uses = usesOf(tally, offer);
    uses.millis.push(millisOf(at));
    uses.fen.push(after);
    uses.orders.push(order);
  }
  if (reached) tally.reached++;
}

function usesOf({ uses }: Tally, offer: string): Uses {
  const known = uses.get(offer);
  if (known) return known;
  const made: Uses = { millis: [], fen: [], orders: [] };
  uses.set(offer, made);
  return made;
}

function discountsBySku({ lines }: RepricedOrder): Map<string, Pick<Group, 'discountWas' | 'discountWould'>> {
  const bySku = new Map<string, Pick<Group, 'discountWas' | 'discountWould'>>();
  for (const { sku, discountWas, discountWould } of lines) {
    const known = bySku.get(sku);
    if (!known) bySku.set(sku, { discountWas, discountWould });
    else {
      known.discountWas += discountWas;
      known.discountWould += discountWould;
    }
  }
  return bySku;
}

function addTotals(to: Totals, { list, discount, delivery, pay }: Totals | OrderAmounts): void {
  to.list += list;
  to.discount += discount;
  to.delivery += delivery;
  to.pay += pay;
}

function addTo(groups: Map<string, Group>, key: string, more: Group): void {
  const known = groups.get(key);
  if (!known) {
    groups.set(key, { ...more });
    return;
  }
  known.orders += more.orders;
  known.changed += more.changed;
  known.discountWas += more.discountWas;
  known.discountWould += more.discountWould;
}

function addToOffer(offers: Map<string, OfferTally>, offer: string, more: OfferTally): void {
  const known = offers.get(offer);
  if (!known) {
    offers.set(offer, { ...more });
    return;
  }
  known.ordersWas += more.ordersWas;
  known.ordersWould += more.ordersWould;
  known.gaveWas += more.gaveWas;
  known.gaveWould += more.gaveWould;
  known.displaced += more.displaced;
  known.displacedFen += more.displacedFen;
}

function mostOf(orders: RepricedOrder[]): RepricedOrder[] {
  if (orders.length <= 1) return orders;
  const size = ({ was, would }: RepricedOrder) => Math.abs(would.pay - was.pay);
  orders.sort((a, b) => size(b) - size(a) || compareIds(a.order, b.order));
  if (orders.length > MOST_SHOWN) orders.length = MOST_SHOWN;
  return orders;
}
