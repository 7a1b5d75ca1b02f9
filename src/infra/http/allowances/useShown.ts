import { z } from 'zod';
import type { Machine } from '../../../commands/ports.js';
import type { Allowance } from '../../../domain/allowance/state.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import { customerRemaining, customerUseAt } from '../../../projections/allowances/customerUse.js';

const hold = z
  .strictObject({
    hold: z.string(),
    amount: z.int(),
    until: z.string().meta({ format: 'date-time' }),
    order: z.string().nullable(),
  })
  .meta({ id: 'open-hold' });

/** What one customer has of an allowance. */
export const useShape = {
  customer: z.string(),
  taken: z.int().meta({ description: 'Held, confirmed and consumed' }),
  takenToday: z.int().nullable().meta({ description: 'Of that on this day of the limit’s zone; null: no limit a day' }),
  remaining: z
    .int()
    .nullable()
    .meta({ description: 'What this customer’s limits leave; null: none limits a customer' }),
  holds: z.array(hold).meta({ description: 'The open holds' }),
};

export const useSchema = z.strictObject(useShape).meta({ id: 'allowance-use' });

export function shownUse({ localTimeIn }: Machine, state: Allowance, customer: string, at: Instant) {
  const terms = state.terms!;
  const zone = terms.perCustomerDay?.zone;
  const use = customerUseAt(state, customer, at, zone && localTimeIn(zone, at).slice(0, 10));
  return {
    customer,
    taken: use.taken,
    takenToday: zone === undefined ? null : use.takenToday,
    remaining: customerRemaining(terms, use),
    holds: use.holds.map(({ hold, amount, until, order }) => ({ hold, amount, until, order: order ?? null })),
  };
}
