import type { Fen } from '../kernel/money.js';
import type { Limits } from '../pricing/limits.js';
import type { OrderAmounts, RepricedOrder } from './repricedOrder.js';
import { type Needed, neededOf } from './runOut.js';
import type { Group, OfferTally, Tally, Totals } from './tally.js';

export interface NamedGroup extends Readonly<Group> {
  readonly key: string;
}

export interface OfferChange extends Readonly<OfferTally> {
  readonly offer: string;
}

export interface ChangedOrder {
  readonly order: string;
  readonly quote: string;
  readonly at: string;
  readonly was: OrderAmounts;
  readonly would: OrderAmounts;
}

/** What a change of promotions would have made of past orders; "would" less "was" is what it costs. */
export interface BacktestReport {
  readonly orders: number;
  readonly changed: number;
  readonly reached: number;
  readonly was: Readonly<Totals>;
  readonly would: Readonly<Totals>;
  /** What customers would have paid more; negative: less, which is the cost. */
  readonly pay: Fen;
  /** By product, the most changed first; by tier ('' has none); by day of the shop. */
  readonly bySku: readonly NamedGroup[];
  readonly byTier: readonly NamedGroup[];
  readonly byDay: readonly NamedGroup[];
  /** Offers of which something would differ, the one that would have lost most first. */
  readonly offers: readonly OfferChange[];
  readonly needed: readonly Needed[];
  /** Orders in which an offer would have crossed a line's floor, or the store's greatest discount, and was cut there. */
  readonly cutAtFloor: number;
  readonly cutAtGreatest: number;
  readonly most: readonly ChangedOrder[];
}

/** What a tally says; `limits` of each promotion under test. */
export function reportOf(tally: Tally, limits: ReadonlyMap<string, Limits | undefined>): BacktestReport {
  const { orders, changed, reached, was, would, cutAtFloor, cutAtGreatest } = tally;
  return {
    orders,
    changed,
    reached,
    was: { ...was },
    would: { ...would },
    pay: would.pay - was.pay,
    bySku: named(tally.bySku).sort((a, b) => difference(b) - difference(a) || byKey(a, b)),
    byTier: named(tally.byTier).sort(byKey),
    byDay: named(tally.byDay).sort(byKey),
    offers: [...tally.offers]
      .map(([offer, sums]) => ({ offer, ...sums }))
      .filter(({ ordersWas, ordersWould, gaveWas, gaveWould }) => ordersWas !== ordersWould || gaveWas !== gaveWould)
      .sort((a, b) => a.gaveWould - a.gaveWas - (b.gaveWould - b.gaveWas) || (a.offer < b.offer ? -1 : 1)),
    needed: [...limits].map(([promotion, limit]) => neededOf(promotion, tally.uses.get(promotion), limit)),
    cutAtFloor,
    cutAtGreatest,
    most: tally.most.map(shown),
  };
}

function shown({ order, quote, at, was, would }: RepricedOrder): ChangedOrder {
  return { order, quote, at, was, would };
}

function named(groups: ReadonlyMap<string, Group>): NamedGroup[] {
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

function difference({ discountWas, discountWould }: NamedGroup): number {
  return Math.abs(discountWould - discountWas);
}

function byKey(a: NamedGroup, b: NamedGroup): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
