import type { AllowanceEvent, AllowanceTerms } from '../../../src/domain/allowance/events.js';
import type { Recorded } from '../../../src/domain/kernel/decider.js';
import { type Instant, plusMillis } from '../../../src/domain/kernel/instant.js';
import { followedAllowance } from '../../../src/projections/allowances/followedAllowance.js';

export const START = '2026-11-22T00:00:00.000Z';
export const minuteOf = (minutes: number): Instant => plusMillis(START, minutes * 60_000);
export const terms = (total: number | null): AllowanceTerms => ({
  unit: 'stock',
  total,
  source: { promotion: 'flash', revision: 1 },
});

export type Happened = readonly [minutes: number, event: AllowanceEvent];

export function followed(...happened: readonly Happened[]) {
  return happened
    .map(
      ([minutes, event], revision): Recorded<AllowanceEvent> => ({
        ...event,
        revision,
        recordedAt: minuteOf(minutes),
        effectiveFrom: minuteOf(minutes),
      }),
    )
    .reduce(followedAllowance.evolve, followedAllowance.initial);
}

export const opened = (total: number | null): AllowanceEvent => ({ type: 'allowance-opened', data: terms(total) });
export const held = (hold: string, amount: number, until: number): AllowanceEvent => ({
  type: 'allowance-held',
  data: { hold, amount, until: minuteOf(until) },
});
export const step = (type: 'hold-confirmed' | 'hold-released' | 'hold-expired', hold: string): AllowanceEvent => ({
  type,
  data: { hold },
});
