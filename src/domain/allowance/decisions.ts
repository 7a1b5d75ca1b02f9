import { sameJson } from '../kernel/canonicalJson.js';
import { type Instant, millisOf, plusMillis } from '../kernel/instant.js';
import { Rejection } from '../kernel/rejection.js';
import type { AfterCancel, AllowanceEvent, AllowanceTerms, Held } from './events.js';
import { MOST_EXPIRED, makeLowerable, makeRoom } from './room.js';
import { type Allowance, type Hold, isOpen, stands } from './state.js';
import { needsCustomer } from './takes.js';

type Decided = readonly AllowanceEvent[];

/** The longest a hold may last. */
export const MAX_HOLD_MILLIS = 31 * 86_400_000;

/** What to hold, and what the promotion says of the allowance. */
export interface HoldRequest {
  readonly hold: string;
  readonly amount: number;
  readonly until: Instant;
  readonly order?: string | undefined;
  readonly customer?: string | undefined;
  readonly terms: AllowanceTerms;
}

/** A step of a hold: which one, and for which order, if it is one order's. */
export interface HoldStep {
  readonly hold: string;
  readonly order?: string | undefined;
}

/** When it is decided, and the date that a zone's clock shows then. */
export interface Moment {
  readonly at: Instant;
  readonly dayIn: (zone: string) => string;
}

/** @throws Rejection ALLOWANCE_EXISTS when it was opened with other terms: adjust it. */
export function open(state: Allowance, terms: AllowanceTerms): Decided {
  if (!state.terms) return [{ type: 'allowance-opened', data: terms }];
  if (sameJson(state.terms, terms)) return [];
  throw new Rejection('ALLOWANCE_EXISTS', 'This allowance is open with other terms: adjust it.');
}

/**
 * Raises or lowers it, never below what is held and confirmed. Terms of an older revision change nothing.
 * @throws Rejection ALLOWANCE_UNKNOWN, ALLOWANCE_UNIT_FIXED, ALLOWANCE_BELOW_TAKEN, ALLOWANCE_SETTLING.
 */
export function adjust(state: Allowance, terms: AllowanceTerms, at: Instant): Decided {
  if (!state.terms) throw new Rejection('ALLOWANCE_UNKNOWN', 'This allowance was never opened.');
  if (terms.source.revision < state.terms.source.revision || sameJson(state.terms, terms)) return [];
  refuseOtherUnit(state.terms, terms);
  const ended = makeLowerable(state, terms.total, at);
  return [...ended.map(expired), { type: 'allowance-adjusted', data: terms }];
}

/**
 * Takes a part until an instant. Asked again while the first still stands, it changes nothing. What stands in the way
 * and has ended expires first, and terms of a revision the allowance does not know open or adjust it first.
 * @throws Rejection LIMIT_REACHED, OUT_OF_STOCK, BUDGET_EXCEEDED, CUSTOMER_LIMIT_REACHED; HOLD_DIFFERS, HOLD_TOO_LONG,
 *   HOLD_OVER, HOLD_OF_ANOTHER, AMOUNT_INVALID, CUSTOMER_NEEDED, ALLOWANCE_UNIT_FIXED, ALLOWANCE_SETTLING.
 */
export function hold(state: Allowance, request: HoldRequest, { at, dayIn }: Moment): Decided {
  const known = ownHold(state, request);
  if (known && stands(known, at)) return sameHold(known, request);
  refuseBadHold(request, at);

  const { terms, events } = termsKnowing(state, request.terms);
  const day = terms.perCustomerDay && dayIn(terms.perCustomerDay.zone);
  const { hold, amount, until, order, customer } = request;
  const held: Held = {
    hold,
    amount,
    until,
    ...(order !== undefined && { order }),
    ...(customer !== undefined && { customer }),
    ...(day !== undefined && { day }),
  };
  if (customer === undefined && (terms.perCustomer ?? terms.perCustomerDay) !== undefined) {
    throw needsCustomer(terms.source.promotion);
  }
  // A hold of this name that has ended makes way for the new one, whether there is room or not.
  const ended = makeRoom(state, terms, held, at, known?.status === 'held' ? [known] : []);
  return [...ended.map(expired), ...events, { type: 'allowance-held', data: held }];
}

/** A hold, and what it is to take from now on. */
export interface Resize extends HoldStep {
  readonly amount: number;
}

/**
 * Makes an open hold take more or less: the difference is taken, all of it or nothing, or given back.
 * @throws Rejection NO_RESERVATION, ALREADY_CONFIRMED, AMOUNT_INVALID, HOLD_OF_ANOTHER; for more, those of `hold`.
 */
export function resize(state: Allowance, step: Resize, at: Instant): Decided {
  const { hold, amount } = step;
  const known = ownHold(state, step);
  refuseBadAmount(amount);
  if (known?.status === 'confirmed') {
    throw new Rejection('ALREADY_CONFIRMED', 'It is confirmed: it stays as it is.', { hold });
  }
  if (!known || !isOpen(known, at)) throw noReservation(step);
  if (amount === known.amount) return [];
  const more = amount - known.amount;
  const ended = more > 0 ? makeRoom(state, state.terms!, { ...known, amount: more }, at, []) : [];
  return [...ended.map(expired), { type: 'hold-resized', data: { hold, amount } }];
}

/**
 * Makes an open hold final.
 * @throws Rejection NO_RESERVATION when there is none (never held, released, ended, cancelled); HOLD_OF_ANOTHER.
 */
export function confirm(state: Allowance, step: HoldStep, at: Instant): Decided {
  const known = ownHold(state, step);
  if (known?.status === 'confirmed') return [];
  if (!known || !isOpen(known, at)) throw noReservation(step);
  return [{ type: 'hold-confirmed', data: { hold: step.hold } }];
}

/**
 * Gives an open hold back; what is not held needs no giving back.
 * @throws Rejection ALREADY_CONFIRMED: cancel it instead; HOLD_OF_ANOTHER.
 */
export function release(state: Allowance, step: HoldStep, at: Instant): Decided {
  const known = ownHold(state, step);
  if (known?.status === 'confirmed') {
    throw new Rejection('ALREADY_CONFIRMED', 'It is confirmed: cancel it instead.', { hold: step.hold });
  }
  if (known?.status !== 'held') return [];
  return isOpen(known, at) ? [{ type: 'hold-released', data: { hold: step.hold } }] : [expired(known)];
}

/** Ends the holds whose time has come, the earliest first, at most MOST_EXPIRED at once. */
export function expire(state: Allowance, at: Instant): Decided {
  return state.deadlines.ended(at, MOST_EXPIRED).map(expired);
}

/**
 * Undoes a confirmed hold. `reusable`: what it took can be taken again.
 * @throws Rejection NO_RESERVATION, NOT_CONFIRMED: release it instead; HOLD_OF_ANOTHER.
 */
export function cancel(state: Allowance, step: HoldStep, afterCancel: AfterCancel, at: Instant): Decided {
  const known = ownHold(state, step);
  if (known?.status === 'cancelled') return [];
  if (!known || !stands(known, at)) throw noReservation(step);
  if (known.status === 'held') {
    throw new Rejection('NOT_CONFIRMED', 'It is held, not confirmed: release it instead.', { hold: step.hold });
  }
  return [{ type: 'hold-cancelled', data: { hold: step.hold, afterCancel } }];
}

function expired({ hold }: Hold): AllowanceEvent {
  return { type: 'hold-expired', data: { hold } };
}

function ownHold(state: Allowance, { hold, order }: HoldStep): Hold | undefined {
  const known = state.holds.get(hold);
  if (known?.order !== undefined && known.order !== order) {
    throw new Rejection('HOLD_OF_ANOTHER', 'This hold is another order’s.', { hold });
  }
  return known;
}

function noReservation({ hold }: HoldStep): Rejection {
  return new Rejection('NO_RESERVATION', 'Nothing is held under this id: hold it first.', { hold });
}

function sameHold(known: Hold, { hold, amount, customer }: HoldRequest): Decided {
  if (known.amount === amount && known.customer === customer) return [];
  throw new Rejection('HOLD_DIFFERS', 'This id holds another amount or is another customer’s.', {
    hold,
    held: known.amount,
    asked: amount,
  });
}

function refuseBadHold({ amount, until }: HoldRequest, at: Instant): void {
  refuseBadAmount(amount);
  if (until <= at) throw new Rejection('HOLD_OVER', 'The hold would have ended already.', { until, at });
  const withinMonth = until.startsWith(at.slice(0, 'YYYY-MM'.length));
  if (!withinMonth && millisOf(until) - millisOf(at) > MAX_HOLD_MILLIS) {
    const latest = plusMillis(at, MAX_HOLD_MILLIS);
    throw new Rejection('HOLD_TOO_LONG', 'A hold lasts at most 31 days.', { until, latest });
  }
}

function refuseBadAmount(amount: number): void {
  if (Number.isSafeInteger(amount) && amount >= 1) return;
  throw new Rejection('AMOUNT_INVALID', 'A hold takes a whole amount of at least 1.', { amount });
}

/** The newer of what is known and what the promotion says, and the event that makes it known. */
function termsKnowing(state: Allowance, said: AllowanceTerms): { terms: AllowanceTerms; events: Decided } {
  if (!state.terms) return { terms: said, events: [{ type: 'allowance-opened', data: said }] };
  if (said.source.revision <= state.terms.source.revision) return { terms: state.terms, events: [] };
  refuseOtherUnit(state.terms, said);
  return { terms: said, events: [{ type: 'allowance-adjusted', data: said }] };
}

function refuseOtherUnit(known: AllowanceTerms, said: AllowanceTerms): void {
  if (known.unit === said.unit) return;
  throw new Rejection('ALLOWANCE_UNIT_FIXED', `It counts ${known.unit}: it cannot count ${said.unit}.`, {
    unit: known.unit,
  });
}
