import { neverHappens, type Recorded } from '../kernel/decider.js';
import type { Instant } from '../kernel/instant.js';
import { Deadlines, type Ending } from './deadlines.js';
import type { AllowanceEvent, AllowanceTerms, Held } from './events.js';

/** A hold that was not given back: `cancelled` is remembered so that cancelling twice is cancelling once. */
export interface Hold extends Ending {
  readonly amount: number;
  readonly order: string | undefined;
  readonly customer: string | undefined;
  readonly day: string | undefined;
  readonly status: 'held' | 'confirmed' | 'cancelled';
}

/** What one customer has taken: held, confirmed and consumed. */
export interface CustomerUse {
  readonly taken: number;
  /** By the day of the hold, where days are counted. */
  readonly byDay: ReadonlyMap<string, number>;
  /** The open holds, for those that have ended. */
  readonly held: readonly Hold[];
}

/**
 * An allowance. Its fold changes it in place, because it may hold a hundred thousand holds: whoever folds a stream owns
 * the state, hands it to decisions to read, and drops it when what it folded turns out not to be stored.
 */
export interface Allowance {
  /** Null until it is opened. */
  readonly terms: AllowanceTerms | null;
  readonly held: number;
  /** Confirmed, and what cancelled orders consumed. */
  readonly confirmed: number;
  readonly holds: ReadonlyMap<string, Hold>;
  readonly customers: ReadonlyMap<string, CustomerUse>;
  /** The open holds by their end. */
  readonly deadlines: Deadlines<Hold>;
}

export const noAllowance: Allowance = opened(null);

/** Whether what a hold took is still its order's. */
export function stands(hold: Hold, at: Instant): boolean {
  return hold.status === 'confirmed' || isOpen(hold, at);
}

/** Held, and not yet ended. */
export function isOpen(hold: Hold, at: Instant): boolean {
  return hold.status === 'held' && at < hold.until;
}

/** What can still be taken at an instant, open holds that have ended counted as free; null: no limit over all. */
export function remainingAt(state: Allowance, at: Instant): number | null {
  if (!state.terms || state.terms.total === null) return null;
  const ended = state.deadlines.ended(at, Number.POSITIVE_INFINITY);
  return state.terms.total - state.held - state.confirmed + sumOf(ended);
}

export function sumOf(holds: Iterable<Hold>): number {
  let sum = 0;
  for (const { amount } of holds) sum += amount;
  return sum;
}

/** Changes `state` in place; `allowance-opened` makes a new one. @throws TypeError for what no decision makes. */
export function evolveAllowance(state: Allowance, event: Recorded<AllowanceEvent>): Allowance {
  if (event.type === 'allowance-opened') return opened(event.data);
  if (!state.terms) throw new TypeError(`${event.type} of an allowance that was never opened`);
  switch (event.type) {
    case 'allowance-adjusted':
      return Object.assign(state, { terms: event.data });
    case 'allowance-held':
      return take(state as Own, openHold(event.data));
    case 'hold-resized':
      return resize(state as Own, holdOf(state, event.data.hold), event.data.amount);
    case 'hold-confirmed':
      return confirm(state as Own, holdOf(state, event.data.hold));
    case 'hold-released':
    case 'hold-expired':
      return giveBack(state as Own, holdOf(state, event.data.hold));
    case 'hold-cancelled':
      return cancel(state as Own, holdOf(state, event.data.hold), event.data.afterCancel === 'reusable');
    default:
      return neverHappens(event);
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type OwnHold = Writable<Hold>;

interface OwnUse {
  taken: number;
  byDay: ReadonlyMap<string, number>;
  readonly held: Hold[];
}

interface Own extends Writable<Omit<Allowance, 'holds' | 'customers'>> {
  readonly holds: Map<string, OwnHold>;
  readonly customers: Map<string, OwnUse>;
}

/** Shared by all customers of an allowance that counts no days; never changed. */
const NO_DAYS: ReadonlyMap<string, number> = new Map();

function opened(terms: AllowanceTerms | null): Own {
  return { terms, held: 0, confirmed: 0, holds: new Map(), customers: new Map(), deadlines: new Deadlines() };
}

// One shape for all holds, and one text where order and customer are the hold's name: there may be very many.
function openHold({ hold, amount, until, order, customer, day }: Held): OwnHold {
  return {
    hold,
    amount,
    until,
    order: order === hold ? hold : order,
    customer: customer === hold ? hold : customer,
    day,
    status: 'held',
    place: -1,
  };
}

function holdOf(state: Allowance, id: string): OwnHold {
  const hold = state.holds.get(id);
  if (!hold) throw new TypeError(`the allowance has no hold ${id}`);
  return hold;
}

function take(state: Own, hold: OwnHold): Own {
  state.holds.set(hold.hold, hold);
  state.held += hold.amount;
  state.deadlines.add(hold);
  const { customer } = hold;
  if (customer === undefined) return state;
  const use = state.customers.get(customer);
  if (use) {
    use.held.push(hold);
    count(state, hold, hold.amount);
    return state;
  }
  // A list made with its first hold takes a tenth of the memory of one that grows: most customers have one.
  const byDay = hold.day === undefined ? NO_DAYS : new Map([[hold.day, hold.amount]]);
  state.customers.set(customer, { taken: hold.amount, byDay, held: [hold] });
  return state;
}

function resize(state: Own, hold: OwnHold, amount: number): Own {
  state.held += amount - hold.amount;
  count(state, hold, amount - hold.amount);
  hold.amount = amount;
  return state;
}

function confirm(state: Own, hold: OwnHold): Own {
  close(state, hold);
  hold.status = 'confirmed';
  state.confirmed += hold.amount;
  return state;
}

function giveBack(state: Own, hold: OwnHold): Own {
  close(state, hold);
  state.holds.delete(hold.hold);
  count(state, hold, -hold.amount);
  return state;
}

function cancel(state: Own, hold: OwnHold, reusable: boolean): Own {
  hold.status = 'cancelled';
  if (reusable) {
    state.confirmed -= hold.amount;
    count(state, hold, -hold.amount);
  }
  return state;
}

function close(state: Own, hold: OwnHold): void {
  state.held -= hold.amount;
  state.deadlines.remove(hold);
  if (hold.customer === undefined) return;
  const { held } = state.customers.get(hold.customer)!;
  held.splice(held.indexOf(hold), 1);
}

function count(state: Own, { customer, day }: Hold, amount: number): void {
  if (customer === undefined) return;
  const use = state.customers.get(customer)!;
  use.taken += amount;
  if (day === undefined) return;
  const byDay = use.byDay === NO_DAYS ? new Map<string, number>() : (use.byDay as Map<string, number>);
  use.byDay = byDay.set(day, (byDay.get(day) ?? 0) + amount);
}
