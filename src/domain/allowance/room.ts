import type { Instant } from '../kernel/instant.js';
import { Rejection } from '../kernel/rejection.js';
import type { AllowanceTerms, AllowanceUnit, Held } from './events.js';
import { type Allowance, type Hold, sumOf } from './state.js';

/** How many holds one decision ends at once for one reason: it stays well within an append. */
export const MOST_EXPIRED = 400;

const REFUSED: Readonly<Record<AllowanceUnit, { readonly code: string; readonly message: string }>> = {
  uses: { code: 'LIMIT_REACHED', message: 'It has been used as often as it may be.' },
  stock: { code: 'OUT_OF_STOCK', message: 'There is not that much left of it.' },
  money: { code: 'BUDGET_EXCEEDED', message: 'Its budget does not cover that amount any more.' },
};

/**
 * The holds that have ended and must expire so that `held` fits: as few as it takes, and `gone`, which must in any case.
 * @throws Rejection saying which limit is in the way and what remains of it; ALLOWANCE_SETTLING.
 */
export function makeRoom(
  state: Allowance,
  terms: AllowanceTerms,
  held: Held,
  at: Instant,
  gone: readonly Hold[],
): Iterable<Hold> {
  const ending = new Set(gone);
  makeRoomInAll(state, terms, held.amount, at, ending);
  makeRoomForCustomer(state, terms, held, at, ending);
  return ending;
}

/**
 * The holds that have ended and must expire so that a total covers what is held and confirmed.
 * @throws Rejection ALLOWANCE_BELOW_TAKEN, ALLOWANCE_SETTLING.
 */
export function makeLowerable(state: Allowance, total: number | null, at: Instant): Iterable<Hold> {
  const ending = new Set<Hold>();
  if (total === null) return ending;
  const { held, confirmed } = state;
  const missing = endUntilFree(held + confirmed - total, state.deadlines.ended(at, MOST_EXPIRED), ending);
  if (missing === 0) return ending;
  const stillHeld = held - sumOf(ending);
  throw new Rejection('ALLOWANCE_BELOW_TAKEN', 'More than that is held and confirmed already.', {
    total,
    held: stillHeld,
    confirmed,
    least: stillHeld + confirmed,
  });
}

function makeRoomInAll(state: Allowance, terms: AllowanceTerms, amount: number, at: Instant, ending: Set<Hold>): void {
  if (terms.total === null) return;
  const over = state.held + state.confirmed - sumOf(ending) + amount - terms.total;
  if (over <= 0) return;
  const missing = endUntilFree(over, state.deadlines.ended(at, MOST_EXPIRED), ending);
  if (missing === 0) return;
  const { code, message } = REFUSED[terms.unit];
  throw new Rejection(code, message, { remaining: Math.max(0, amount - missing), limit: terms.total, asked: amount });
}

function makeRoomForCustomer(
  { customers }: Allowance,
  { perCustomer, perCustomerDay }: AllowanceTerms,
  { customer, day, amount }: Held,
  at: Instant,
  ending: Set<Hold>,
): void {
  const use = customer === undefined ? undefined : customers.get(customer);
  const check = (limit: number, taken: number, open: readonly Hold[], per: string): void => {
    const over = taken + amount - limit - sumOf(open.filter((hold) => ending.has(hold)));
    const ended = open.filter(({ until }) => until <= at).slice(0, MOST_EXPIRED);
    const missing = endUntilFree(over, ended, ending);
    if (missing === 0) return;
    throw new Rejection('CUSTOMER_LIMIT_REACHED', `This customer has taken what one may take ${per}.`, {
      remaining: Math.max(0, amount - missing),
      limit,
      asked: amount,
      per,
    });
  };
  if (perCustomer !== undefined) check(perCustomer, use?.taken ?? 0, [...(use?.held ?? [])], 'in all');
  if (perCustomerDay !== undefined && day !== undefined) {
    const today = [...(use?.held ?? [])].filter((hold) => hold.day === day);
    check(perCustomerDay.uses, use?.byDay.get(day) ?? 0, today, 'on one day');
  }
}

/** Ends holds that have ended until so much more is free, and says how much of it still is not. */
function endUntilFree(wanted: number, ended: readonly Hold[], ending: Set<Hold>): number {
  let missing = wanted;
  for (const hold of ended) {
    if (missing <= 0) return 0;
    if (ending.has(hold)) continue;
    ending.add(hold);
    missing -= hold.amount;
  }
  if (missing > 0 && ended.length === MOST_EXPIRED) {
    throw new Rejection('ALLOWANCE_SETTLING', 'So many holds have just ended: try again in a moment.', {
      retryAfterSeconds: 1,
    });
  }
  return Math.max(0, missing);
}
