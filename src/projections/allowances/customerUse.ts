import type { AllowanceTerms } from '../../domain/allowance/events.js';
import { type Allowance, type Hold, isOpen, sumOf } from '../../domain/allowance/state.js';
import type { Instant } from '../../domain/kernel/instant.js';

/** What one customer has of an allowance at an instant; holds that have ended count as given back. */
export interface CustomerUseAt {
  /** Held, confirmed and consumed. */
  readonly taken: number;
  /** Of that on the day asked about, where days are counted. */
  readonly takenToday: number;
  /** The open holds. */
  readonly holds: readonly Hold[];
}

/** `day`: the date on the clock of the limit's zone. */
export function customerUseAt(state: Allowance, customer: string, at: Instant, day: string | undefined): CustomerUseAt {
  const own = state.customers.get(customer);
  const held = own?.held ?? [];
  const ended = held.filter((hold) => !isOpen(hold, at));
  const endedToday = ended.filter((hold) => hold.day === day);
  return {
    taken: (own?.taken ?? 0) - sumOf(ended),
    takenToday: day === undefined ? 0 : (own?.byDay.get(day) ?? 0) - sumOf(endedToday),
    holds: held.filter((hold) => isOpen(hold, at)),
  };
}

/** What one customer may still take under these limits; null: as much as there is. */
export function customerRemaining(
  { perCustomer, perCustomerDay }: Pick<AllowanceTerms, 'perCustomer' | 'perCustomerDay'>,
  { taken, takenToday }: Pick<CustomerUseAt, 'taken' | 'takenToday'>,
): number | null {
  const left = [
    ...(perCustomer === undefined ? [] : [perCustomer - taken]),
    ...(perCustomerDay === undefined ? [] : [perCustomerDay.uses - takenToday]),
  ];
  return left.length === 0 ? null : Math.max(0, Math.min(...left));
}
