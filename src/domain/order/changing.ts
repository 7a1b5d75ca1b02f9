import type { Take } from '../allowance/takes.js';
import type { Instant } from '../kernel/instant.js';
import type { Fen } from '../kernel/money.js';
import { Rejection } from '../kernel/rejection.js';
import type { OrderEvent, Ordered, OrderHold, Refusal } from './events.js';
import { refuseBusy, refuseOver } from './refusals.js';
import { type Changing, type Order, payOfLine } from './state.js';

type Decided = readonly OrderEvent[];

/** A new promise in place of the old one. `hold`: the id that new holds are taken under. */
export interface Change {
  readonly ordered: Ordered;
  readonly takes: readonly Take[];
  readonly hold: string;
}

/**
 * Begins to replace the quote; the old promise stands until every new hold is taken. The deadline stays.
 * @throws Rejection ORDER_UNKNOWN, ORDER_BUSY, ORDER_OVER, ORDER_PAID.
 */
export function startChanging(state: Order, { ordered, takes, hold }: Change, at: Instant): Decided {
  if (state.changing?.ordered.quote === ordered.quote) return [];
  if (state.status === 'placed' && !state.changing && state.ordered.quote === ordered.quote) return [];
  refuseUnlessOpen(state, at);
  return [{ type: 'order-changing', data: { ordered, ...differenceIn(state.holds, takes, hold) } }];
}

/** The new holds are taken. */
export function change(state: Order): Decided {
  return state.changing ? [{ type: 'order-changed', data: { unswapped: [] } }] : [];
}

/** A new promise did not hold: the old one stands. */
export function refuseChange(state: Order, refusal: Refusal): Decided {
  return state.changing ? [{ type: 'order-change-refused', data: refusal }] : [];
}

/**
 * Sets the price of a line by hand: between its floor and its list price, before it is paid.
 * @throws Rejection ORDER_UNKNOWN, ORDER_BUSY, ORDER_OVER, ORDER_PAID, LINE_UNKNOWN, PRICE_OUT_OF_RANGE.
 */
export function repriceLine(state: Order, lineId: string, pay: Fen, reason: string, at: Instant): Decided {
  refuseUnlessOpen(state, at);
  const line = state.ordered.lines.find(({ id }) => id === lineId);
  if (!line) throw new Rejection('LINE_UNKNOWN', `The order has no line ${lineId}.`, { line: lineId });
  if (payOfLine(state, line) === pay) return [];
  if (!Number.isSafeInteger(pay) || pay < line.floor || pay > line.list) {
    const { floor, list } = line;
    throw new Rejection('PRICE_OUT_OF_RANGE', `It may cost from ${floor} to ${list} fen.`, {
      line: lineId,
      floor,
      list,
    });
  }
  return [{ type: 'line-repriced', data: { line: lineId, pay, reason } }];
}

function refuseUnlessOpen(state: Order, at: Instant): void {
  refuseBusy(state);
  if (state.status === 'paid') throw new Rejection('ORDER_PAID', 'It is paid: return lines instead.');
  refuseOver(state);
  if (at >= state.deadline) {
    throw new Rejection('ORDER_OVER', `Its time ended at ${state.deadline}.`, {
      status: 'expired',
      deadline: state.deadline,
    });
  }
}

/** What more to take, what to give back and what to make smaller so that the holds are as wanted. */
function differenceIn(holds: readonly OrderHold[], wanted: readonly Take[], hold: string): Difference {
  const takes: OrderHold[] = [];
  const drops = holds.filter(({ allowance }) => !wanted.some((take) => take.allowance === allowance));
  const shrinks: OrderHold[] = [];
  for (const take of wanted) {
    const own = holds.filter(({ allowance }) => allowance === take.allowance);
    let missing = own.reduce((missing, { amount }) => missing - amount, take.amount);
    if (missing > 0) takes.push({ ...take, hold, amount: missing });
    // Of several parts those that were taken last go first.
    for (const part of own.toReversed()) {
      if (missing >= 0) break;
      if (part.amount + missing > 0) shrinks.push({ ...part, amount: part.amount + missing });
      else drops.push(part);
      missing += part.amount;
    }
  }
  return { takes, drops, ...(shrinks.length > 0 && { shrinks }) };
}

type Difference = Pick<Changing, 'takes' | 'drops' | 'shrinks'>;
