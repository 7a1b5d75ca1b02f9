import type { HoldRequest } from '../../../src/domain/allowance/decisions.js';
import type { AllowanceEvent, AllowanceTerms, Held } from '../../../src/domain/allowance/events.js';
import { type Instant, plusMillis } from '../../../src/domain/kernel/instant.js';
import { NOW } from '../../deciderSpecification.js';

/** Three uses over all, as the first revision of a promotion says. */
export const threeUses: AllowanceTerms = { unit: 'uses', total: 3, source: { promotion: 'p1', revision: 1 } };

export const opened = (terms: AllowanceTerms = threeUses): AllowanceEvent => ({
  type: 'allowance-opened',
  data: terms,
});
export const adjusted = (terms: AllowanceTerms): AllowanceEvent => ({ type: 'allowance-adjusted', data: terms });
export const held = (hold: string, more: Partial<Held> = {}): AllowanceEvent => ({
  type: 'allowance-held',
  data: { hold, amount: 1, until: later(900), ...more },
});
export const resized = (hold: string, amount: number): AllowanceEvent => ({
  type: 'hold-resized',
  data: { hold, amount },
});
export const confirmed = (hold: string): AllowanceEvent => ({ type: 'hold-confirmed', data: { hold } });
export const released = (hold: string): AllowanceEvent => ({ type: 'hold-released', data: { hold } });
export const expired = (hold: string): AllowanceEvent => ({ type: 'hold-expired', data: { hold } });
export const cancelled = (hold: string, afterCancel: 'reusable' | 'consumed'): AllowanceEvent => ({
  type: 'hold-cancelled',
  data: { hold, afterCancel },
});

/** So many seconds after NOW. */
export function later(seconds: number): Instant {
  return plusMillis(NOW, seconds * 1_000);
}

export const asking = (hold: string, more: Partial<HoldRequest> = {}): HoldRequest => ({
  hold,
  amount: 1,
  until: later(900),
  terms: threeUses,
  ...more,
});
