import { z } from 'zod';
import { ALLOWANCE_UNITS, type AllowanceTerms } from '../../../domain/allowance/events.js';
import { type Allowance, remainingAt, sumOf } from '../../../domain/allowance/state.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import { revision } from '../routes/resourceSchemas.js';

const amount = (about: string) => z.int().meta({ description: `${about}, in its unit` });

/** What an allowance is, whatever is taken of it. */
export const termsShape = {
  id: z.string(),
  promotion: z.string().meta({ description: 'Whose it is: the next revision of its terms adjusts it' }),
  unit: z.enum(ALLOWANCE_UNITS).meta({ description: 'What it counts: uses, fen (money), or pieces or grams (stock)' }),
  total: z.int().nullable().meta({ description: 'Null: no limit over all customers' }),
  perCustomer: z.int().nullable(),
  perCustomerDay: z.strictObject({ uses: z.int(), zone: z.string() }).nullable(),
};

/** An allowance as callers see it. */
export const allowanceShape = {
  ...termsShape,
  held: amount('Held and not yet ended'),
  confirmed: amount('Confirmed, and what cancelled orders consumed'),
  remaining: z.int().nullable().meta({ description: 'What can still be taken; null: no limit over all customers' }),
  revision,
};

export const allowanceSchema = z.strictObject(allowanceShape).meta({ id: 'allowance' });

export function shownTerms(id: string, { unit, total, perCustomer, perCustomerDay, source }: AllowanceTerms) {
  return {
    id,
    promotion: source.promotion,
    unit,
    total,
    perCustomer: perCustomer ?? null,
    perCustomerDay: perCustomerDay ?? null,
  };
}

/** An allowance at an instant: holds that have ended count as given back. */
export function shownAllowance(id: string, state: Allowance, at: Instant) {
  const ended = sumOf(state.deadlines.ended(at, Number.POSITIVE_INFINITY));
  return {
    ...shownTerms(id, state.terms!),
    held: state.held - ended,
    confirmed: state.confirmed,
    remaining: remainingAt(state, at),
  };
}
