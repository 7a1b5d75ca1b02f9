import type { StoredEvent } from '../../../src/commands/eventStore.js';
import type { OrderEvent, Ordered, OrderHold } from '../../../src/domain/order/events.js';
import type { QuoteGiven } from '../../../src/domain/quote/events.js';
import { Violation } from '../violation.js';
import type { Invariant } from './invariant.js';

const NAME = 'I10 money adds up';

type Said<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>['data'];

/** Whole fen; 0 ≤ pay ≤ list; parts sum to the whole; no line under its floor; what a budget gives is what was given. */
export class MoneyAddsUp implements Invariant {
  readonly #paid = new Map<string, number>();
  readonly #refunded = new Map<string, number>();

  stored({ stream, type, data }: StoredEvent): void {
    if (type === 'quote-given') refuseBadQuote(stream, JSON.parse(data) as QuoteGiven);
    else if (type === 'order-placing' || type === 'order-changing') refuseBadOrder(stream, type, JSON.parse(data));
    else if (type === 'order-paid') this.#paid.set(stream, (JSON.parse(data) as Said<'order-paid'>).pay);
    else if (type === 'order-cancelled' || type === 'lines-returned' || type === 'lines-weighed') {
      const { refund } = JSON.parse(data) as Said<'lines-weighed'>;
      const refunded = (this.#refunded.get(stream) ?? 0) + refund;
      const paid = this.#paid.get(stream) ?? 0;
      if (!Number.isSafeInteger(refunded) || (type !== 'lines-weighed' && refunded > paid)) {
        throw new Violation(NAME, `${stream} was paid ${paid} and refunded ${refunded} after ${type}`);
      }
      this.#refunded.set(stream, refunded);
    }
  }
}

function refuseBadQuote(stream: string, { amounts }: QuoteGiven): void {
  const { list, discount, delivery, pay, lines, gave } = amounts;
  const goods = sum(lines);
  const isRight =
    [list, discount, delivery, pay, ...lines, ...Object.values(gave)].every(isFen) &&
    list - discount === goods &&
    goods + delivery === pay &&
    sum(Object.values(gave)) === discount;
  if (!isRight) throw new Violation(NAME, `${stream}: ${JSON.stringify(amounts)}`);
}

function refuseBadOrder(stream: string, type: string, said: Said<'order-placing'> | Said<'order-changing'>): void {
  const { ordered } = said;
  for (const { id, list, floor, pay, shares } of ordered.lines) {
    const isRight = [list, floor, pay, ...Object.values(shares)].every(isFen);
    if (isRight && list - sum(Object.values(shares)) === pay && pay >= Math.min(floor, list)) continue;
    throw new Violation(NAME, `line ${id} of ${stream}: ${JSON.stringify({ list, floor, pay, shares })}`);
  }
  if (sum(ordered.lines.map(({ pay }) => pay)) + ordered.delivery !== ordered.pay) {
    throw new Violation(NAME, `the lines of ${stream} do not sum to ${ordered.pay}`);
  }
  if (type === 'order-placing') refuseOtherBudget(stream, ordered, (said as Said<'order-placing'>).holds);
}

function refuseOtherBudget(stream: string, { gave }: Ordered, holds: readonly OrderHold[]): void {
  for (const { allowance, amount, terms } of holds) {
    const given = gave[terms.source.promotion] ?? 0;
    if (terms.unit === 'money' && amount !== given) {
      throw new Violation(NAME, `${stream} takes ${amount} of ${allowance}, which gave ${given}`);
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function isFen(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}
