import type { Instant } from '../kernel/instant.js';
import type { Fen } from '../kernel/money.js';
import type { Ordered } from '../order/events.js';
import type { Quote } from '../pricing/quote.js';
import type { QuoteGiven } from '../quote/events.js';

/** What an order cost, and who gave what of it. */
export interface OrderAmounts {
  readonly list: Fen;
  /** On goods. */
  readonly discount: Fen;
  readonly delivery: Fen;
  readonly pay: Fen;
  /** Given by each offer that applied, on goods and delivery. */
  readonly gave: Readonly<Record<string, Fen>>;
}

export interface RepricedLine {
  readonly sku: string;
  readonly discountWas: Fen;
  readonly discountWould: Fen;
}

/** A past order as the log has it, and as it would have been with the change. */
export interface RepricedOrder {
  readonly order: string;
  readonly quote: string;
  /** When it was priced. */
  readonly at: Instant;
  /** The date a clock of the shop showed then. */
  readonly day: string;
  readonly tier: string | null;
  readonly lines: readonly RepricedLine[];
  readonly was: OrderAmounts;
  readonly would: OrderAmounts;
  /** Offers that a floor, or the store's greatest discount, would have cut. */
  readonly cutAtFloor: readonly string[];
  readonly cutAtGreatest: readonly string[];
}

/** What was promised, and with which facts: what the log has of a past order. */
export interface PastPromise {
  readonly order: string;
  readonly ordered: Ordered;
  readonly given: QuoteGiven;
  readonly day: string;
  readonly tier: string | null;
}

/** An order on which the change has no bearing. */
export function unchangedOrder(promise: PastPromise): RepricedOrder {
  const { ordered } = promise;
  const was = amountsWere(promise);
  const lines = ordered.lines.map(({ sku, list, pay }) => {
    return { sku, discountWas: list - pay, discountWould: list - pay };
  });
  return { ...about(promise), lines, was, would: was, cutAtFloor: [], cutAtGreatest: [] };
}

/** An order and its price with the change: `quote` is of the same basket at the same instant. */
export function repricedOrder(promise: PastPromise, quote: Quote): RepricedOrder {
  const would = new Map(quote.lines.map((line) => [line.id, line.discount]));
  const { list, discount, delivery, pay, applied } = quote;
  return {
    ...about(promise),
    lines: promise.ordered.lines.map(({ id, sku, list, pay }) => ({
      sku,
      discountWas: list - pay,
      discountWould: would.get(id) ?? 0,
    })),
    was: amountsWere(promise),
    would: {
      list,
      discount,
      delivery,
      pay,
      gave: Object.fromEntries(applied.map((one) => [one.offer, one.amount + one.delivery])),
    },
    cutAtFloor: applied.flatMap(({ offer, facts }) => (facts['atFloor'] === undefined ? [] : [offer])),
    cutAtGreatest: applied.flatMap(({ offer, facts }) => (facts['greatestDiscount'] === undefined ? [] : [offer])),
  };
}

function about({ order, ordered, given, day, tier }: PastPromise) {
  return { order, quote: ordered.quote, at: given.at, day, tier };
}

function amountsWere({ given: { amounts } }: PastPromise): OrderAmounts {
  const { list, discount, delivery, pay, gave } = amounts;
  return { list, discount, delivery, pay, gave };
}

/** How much an order's price would differ, and whether anything of it would. */
export function isChanged({ was, would }: RepricedOrder): boolean {
  if (was === would) return false;
  if (was.pay !== would.pay || was.discount !== would.discount || was.delivery !== would.delivery) return true;
  const offers = Object.keys(would.gave);
  return (
    offers.length !== Object.keys(was.gave).length || offers.some((offer) => was.gave[offer] !== would.gave[offer])
  );
}
