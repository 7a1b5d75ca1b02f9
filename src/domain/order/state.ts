import type { AfterCancel } from '../allowance/events.js';
import { neverHappens, type Recorded } from '../kernel/decider.js';
import type { Instant } from '../kernel/instant.js';
import type { Fen } from '../kernel/money.js';
import { own } from '../kernel/own.js';
import { type Gone, NOTHING_GONE } from '../refund/bought.js';
import { type Account, NOTHING_REFUNDED } from '../refund/settle.js';
import type { OrderEvent, Ordered, OrderHold, Refusal } from './events.js';
import { withReturned, withWeighed } from './returned.js';

export const ORDER_STATUSES = ['placing', 'placed', 'refused', 'paid', 'retaking', 'expired', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** A hold to give back, and what becomes of it if it was confirmed. */
export interface ToRelease extends OrderHold {
  readonly afterCancel: AfterCancel;
  /** Only what is beyond this goes back: the hold stays. */
  readonly keeps?: number;
}

/** A new quote that is about to replace the old one. */
export interface Changing {
  readonly since: Instant;
  readonly ordered: Ordered;
  readonly takes: readonly OrderHold[];
  readonly drops: readonly OrderHold[];
  readonly shrinks?: readonly OrderHold[];
}

export interface Order {
  /** Null until it is placed. */
  readonly status: OrderStatus | null;
  readonly customer: string | null;
  /** The quote it was placed with; `ordered` has the one it holds now. */
  readonly placedWith: string;
  readonly ordered: Ordered;
  readonly deadline: Instant;
  /** When its status began. */
  readonly since: Instant;
  readonly placedAt: Instant | null;
  /** What it needs of allowances, and the ids it holds that under. */
  readonly holds: readonly OrderHold[];
  readonly holdsUntil: Instant | null;
  readonly changing: Changing | null;
  readonly toRelease: readonly ToRelease[];
  readonly toConfirm: boolean;
  /** Holds lost between payment and confirmation; the order stands. */
  readonly lost: readonly string[];
  /** Prices of lines set by hand. */
  readonly byHand: Readonly<Record<string, Fen>>;
  readonly payment: string | null;
  /** Why it was refused, or its last change or payment. */
  readonly refusal: Refusal | null;
  readonly account: Account;
  /** What was paid back because its quote was corrected; absent: nothing. */
  readonly compensated?: Fen;
  readonly gone: Gone;
  /** What each return was for, as canonical JSON, by its id. */
  readonly returns: Readonly<Record<string, string>>;
}

const NOTHING_ORDERED: Ordered = { quote: '', lines: [], gifts: [], delivery: 0, pay: 0, gave: {} };

export const noOrder: Order = {
  status: null,
  customer: null,
  placedWith: '',
  ordered: NOTHING_ORDERED,
  deadline: '',
  since: '',
  placedAt: null,
  holds: [],
  holdsUntil: null,
  changing: null,
  toRelease: [],
  toConfirm: false,
  lost: [],
  byHand: {},
  payment: null,
  refusal: null,
  account: NOTHING_REFUNDED,
  gone: NOTHING_GONE,
  returns: {},
};

export function evolveOrder(state: Order, event: Recorded<OrderEvent>): Order {
  switch (event.type) {
    case 'order-placing': {
      const { customer, ordered, holds, deadline } = event.data;
      const placing = { customer, ordered, holds, deadline, placedWith: ordered.quote };
      return { ...noOrder, ...placing, status: 'placing', since: event.recordedAt };
    }
    case 'order-placed':
      return { ...inStatus(state, 'placed', event), placedAt: event.recordedAt };
    case 'order-refused':
      return { ...letGo(inStatus(state, 'refused', event)), refusal: event.data };
    case 'order-changing':
      return { ...state, changing: { ...event.data, since: event.recordedAt }, refusal: null };
    case 'order-changed':
      return changed(state, event.data.unswapped);
    case 'order-change-refused':
      return { ...state, changing: null, refusal: event.data, ...releasing(state, state.changing?.takes ?? []) };
    case 'line-repriced':
      return { ...state, byHand: { ...state.byHand, [event.data.line]: event.data.pay } };
    case 'order-paid':
      return {
        ...inStatus(state, 'paid', event),
        payment: event.data.payment,
        refusal: null,
        toConfirm: state.holds.length > 0,
      };
    case 'order-cancelled':
      return {
        ...letGo(inStatus(state, 'cancelled', event), event.data.afterCancel),
        account: refundedBy(state.account, event.data.refund),
      };
    case 'order-expired':
      return letGo(inStatus(state, 'expired', event));
    case 'order-retaking': {
      const { hold, until, payment } = event.data;
      return {
        ...inStatus(state, 'retaking', event),
        refusal: null,
        payment,
        holds: heldUnder(state.holds, hold),
        holdsUntil: until,
      };
    }
    case 'payment-refused':
      return { ...letGo(inStatus(state, 'expired', event)), refusal: event.data };
    case 'lines-returned': {
      const { coupons, refund, debt } = event.data;
      const back = state.holds.filter(({ terms }) => coupons.includes(terms.source.promotion));
      return {
        ...withReturned(state, event.data),
        account: { ...refundedBy(state.account, refund), debt },
        ...releasing(state, back),
      };
    }
    case 'lines-weighed': {
      const { refund, debt } = event.data;
      return { ...withWeighed(state, event.data), account: { ...refundedBy(state.account, refund), debt } };
    }
    case 'order-compensated':
      return { ...state, compensated: compensatedOf(state) + event.data.amount };
    case 'holds-retaken':
      return { ...state, holds: event.data.holds, lost: event.data.lost };
    case 'holds-confirmed':
      return { ...state, toConfirm: false, holds: event.data.holds, lost: event.data.lost };
    case 'holds-released':
      return { ...state, toRelease: state.toRelease.filter((hold) => !event.data.holds.includes(releaseKey(hold))) };
    default:
      return neverHappens(event);
  }
}

/** Names one hold of an order: its allowance and the id it is held under. */
export function keyOf({ allowance, hold }: OrderHold): string {
  return `${allowance}/${hold}`;
}

/** Names what is given back of a hold: all of it, or what is beyond an amount. */
export function releaseKey(release: ToRelease): string {
  return release.keeps === undefined ? keyOf(release) : `${keyOf(release)}>${release.keeps}`;
}

/** What a line costs now: its promised price, or the one set by hand. */
export function payOfLine(order: Order, { id, pay }: Ordered['lines'][number]): Fen {
  return own(order.byHand, id) ?? pay;
}

/** What the order costs now, delivery included. */
export function payOf(order: Order): Fen {
  return order.ordered.lines.reduce((sum, line) => sum + payOfLine(order, line), order.ordered.delivery);
}

/** What was paid back because its quote was corrected. */
export function compensatedOf({ compensated = 0 }: Order): Fen {
  return compensated;
}

function inStatus(state: Order, status: OrderStatus, { recordedAt }: Recorded<OrderEvent>): Order {
  return { ...state, status, since: recordedAt };
}

/** The end of an order: everything it holds or was about to hold goes back. */
function letGo(state: Order, afterCancel: AfterCancel = 'reusable'): Order {
  const all = [...state.holds, ...(state.changing?.takes ?? [])];
  return { ...state, changing: null, toConfirm: false, ...releasing(state, all, afterCancel) };
}

function releasing(
  state: Order,
  holds: readonly OrderHold[],
  afterCancel: AfterCancel = 'reusable',
): Pick<Order, 'toRelease'> {
  return { toRelease: [...state.toRelease, ...holds.map((hold) => ({ ...hold, afterCancel }))] };
}

function changed(state: Order, unswapped: readonly string[]): Order {
  const { ordered, takes, drops, shrinks = [] } = state.changing ?? { ordered: state.ordered, takes: [], drops: [] };
  const shrunk = new Map(shrinks.map((hold) => [keyOf(hold), hold]));
  const swapped = (hold: OrderHold) => !unswapped.includes(hold.allowance);
  const dropped = new Set(drops.filter(swapped).map(keyOf));
  return {
    ...state,
    ordered,
    changing: null,
    byHand: {},
    holds: [
      ...state.holds.filter((hold) => !dropped.has(keyOf(hold))).map((hold) => shrunk.get(keyOf(hold)) ?? hold),
      ...takes.filter(swapped),
    ],
    toRelease: [
      ...releasing(state, drops.filter(swapped)).toRelease,
      ...shrinks.map((hold): ToRelease => ({ ...hold, afterCancel: 'reusable', keeps: hold.amount })),
    ],
  };
}

// An order that was changed may hold one allowance in two parts: taken again, it is one.
function heldUnder(holds: readonly OrderHold[], hold: string): OrderHold[] {
  const again = new Map<string, OrderHold>();
  for (const held of holds) {
    const amount = (again.get(held.allowance)?.amount ?? 0) + held.amount;
    again.set(held.allowance, { ...held, hold, amount });
  }
  return [...again.values()];
}

function refundedBy({ refunded, debt }: Account, refund: Fen): Account {
  return { refunded: refunded + refund, debt };
}
