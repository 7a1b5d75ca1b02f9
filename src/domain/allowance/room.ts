import type { Instant } from '../kernel/instant.js';
import { Rejection } from '../kernel/rejection.js';
import type { AllowanceTerms, AllowanceUnit } from './events.js';
import { type Allowance, type Hold, sumOf } from './state.js';

/** How many holds one decision ends at once for one reason: it stays well within an append. */
export const MOST_EXPIRED = 400;

const REFUSED: Readonly<Record<AllowanceUnit, { readonly code: string; readonly message: string }>> = {
  uses: { code: 'LIMIT_REACHED', message: 'It has been used as often as it may be.' },
  stock: { code: 'OUT_OF_STOCK', message: 'There is not that much left of it.' },
  money: { code: 'BUDGET_EXCEEDED', message: 'Its budget does not cover that amount any more.' },
};

/** What there must be room for, and whose limits it counts for. */
export interface Wanted {
  readonly amount: number;
  readonly customer?: string | undefined;
  readonly day?: string | undefined;
}

/**
 * The holds that have ended and must expire so that `held` fits: as few as it takes, and `gone`, which must in any case.
 * @throws Rejection saying which limit is in the way and what remains of it; ALLOWANCE_SETTLING.
 */
export function makeRoom(
  state: Allowance,
  terms: AllowanceTerms,
  held: Wanted,
  at: Instant,
  gone: readonly Hold[],
): readonly Hold[] {
  const ending = makeRoomInAll(state, terms, held.amount, at, gone);
  return makeRoomForCustomer(state, terms, held, at, ending);
}

/**
 * The holds that have ended and must expire so that a total covers what is held and confirmed.
 * @throws Rejection ALLOWANCE_BELOW_TAKEN, ALLOWANCE_SETTLING.
 */
export function makeLowerable(state: Allowance, total: number | null, at: Instant): readonly Hold[] {
  if (total === null) return [];
  const { held, confirmed } = state;
  const { ending, missing } = endUntilFree(held + confirmed - total, state.deadlines.ended(at, MOST_EXPIRED), []);
  if (missing === 0) return ending;
  const stillHeld = held - sumOf(ending);
  throw new Rejection('ALLOWANCE_BELOW_TAKEN', 'More than that is held and confirmed already.', {
    total,
    held: stillHeld,
    confirmed,
    least: stillHeld + confirmed,
  });
}

function makeRoomInAll(
  state: Allowance,
  { total, unit }: AllowanceTerms,
  amount: number,
  at: Instant,
  gone: readonly Hold[],
): readonly Hold[] {
  if (total === null) return gone;
  const over = state.held + state.confirmed - sumOf(gone) + amount - total;
  if (over <= 0) return gone;
  const { ending, missing } = endUntilFree(over, state.deadlines.ended(at, MOST_EXPIRED), gone);
  if (missing === 0) return ending;
  const { code, message } = REFUSED[unit];
  throw new Rejection(code, message, { remaining: Math.max(0, amount - missing), limit: total, asked: amount });
}

function makeRoomForCustomer(
  { customers }: Allowance,
  { perCustomer, perCustomerDay }: AllowanceTerms,
  { customer, day, amount }: Wanted,
  at: Instant,
  gone: readonly Hold[],
): readonly Hold[] {
  const use = customer === undefined ? undefined : customers.get(customer);
  const held = use?.held ?? [];
  let ending = gone;
  if (perCustomer !== undefined) {
    ending = roomOfCustomer(perCustomer, amount, use?.taken ?? 0, held, at, ending, 'in all');
  }
  if (perCustomerDay !== undefined && day !== undefined) {
    const taken = use?.byDay.get(day) ?? 0;
    const today = held.filter((hold) => hold.day === day);
    ending = roomOfCustomer(perCustomerDay.uses, amount, taken, today, at, ending, 'on one day');
  }
  return ending;
}

function roomOfCustomer(
  limit: number,
  amount: number,
  taken: number,
  held: readonly Hold[],
  at: Instant,
  gone: readonly Hold[],
  per: string,
): readonly Hold[] {
  if (taken + amount <= limit) return gone;
  const over = taken + amount - limit - sumOf(held.filter((hold) => gone.includes(hold)));
  const ended = held.filter(({ until }) => until <= at).slice(0, MOST_EXPIRED);
  const { ending, missing } = endUntilFree(over, ended, gone);
  if (missing === 0) return ending;
  throw new Rejection('CUSTOMER_LIMIT_REACHED', `This customer has taken what one may take ${per}.`, {
    remaining: Math.max(0, amount - missing),
    limit,
    asked: amount,
    per,
  });
}

/** Ends holds that have ended, beside those that are gone, until so much more is free; `missing` is what still is not. */
function endUntilFree(
  wanted: number,
  ended: readonly Hold[],
  gone: readonly Hold[],
): { readonly ending: readonly Hold[]; readonly missing: number } {
  const ending = [...gone];
  let missing = wanted;
  for (const hold of ended) {
    if (missing <= 0) break;
    if (gone.includes(hold)) continue;
    ending.push(hold);
    missing -= hold.amount;
  }
  if (missing > 0 && ended.length === MOST_EXPIRED) {
    throw new Rejection('ALLOWANCE_SETTLING', 'So many holds have just ended: try again in a moment.', {
      retryAfterSeconds: 1,
    });
  }
  return { ending, missing: Math.max(0, missing) };
}
