import type { Instant } from '../kernel/instant.js';
import type { Fen } from '../kernel/money.js';
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
  readonly quote: string;
  readonly given: QuoteGiven;
  readonly day: string;
  readonly tier: string | null;
}

/** An order and its price with the change: `would` is of the same basket at the same instant, so its list prices are. */
export function repricedOrder(promise: PastPromise, would: Quote): RepricedOrder {
  const { order, quote, given, day, tier } = promise;
  const { list, discount, delivery, pay, applied } = would;
  const lineOf = new Map(would.lines.map((line) => [line.id, line]));
  const gave: Record<string, Fen> = {};
  for (const one of applied) gave[one.offer] = one.amount + one.delivery;
  const lines: RepricedLine[] = [];
  for (const [at, { id }] of given.request.lines.entries()) {
    const line = lineOf.get(id);
    // In the cart, not in the purchase.
    if (!line) continue;
    lines.push({ sku: line.sku, discountWas: line.list - given.amounts.lines[at]!, discountWould: line.discount });
  }
  return {
    order,
    quote,
    at: given.at,
    day,
    tier,
    lines,
    was: amountsWere(promise),
    would: { list, discount, delivery, pay, gave },
    cutAtFloor: applied.flatMap(({ offer, facts }) => (facts['atFloor'] === undefined ? [] : [offer])),
    cutAtGreatest: applied.flatMap(({ offer, facts }) => (facts['greatestDiscount'] === undefined ? [] : [offer])),
  };
}

function amountsWere({ given: { amounts } }: PastPromise): OrderAmounts {
  const { list, discount, delivery, pay, gave } = amounts;
  return { list, discount, delivery, pay, gave };
}

/** Whether anything of an order's price would differ. */
export function isChanged({ was, would }: RepricedOrder): boolean {
  if (was.pay !== would.pay || was.discount !== would.discount || was.delivery !== would.delivery) return true;
  const offers = Object.keys(would.gave);
  return (
    offers.length !== Object.keys(was.gave).length || offers.some((offer) => was.gave[offer] !== would.gave[offer])
  );
}
