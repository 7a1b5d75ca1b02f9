import { type Instant, plusMillis } from '../kernel/instant.js';
import { RESUME_MILLIS } from './constants.js';
import type { Order } from './state.js';

/** What follows an order by further commands. */
export const ORDER_STEPS = ['release', 'confirm', 'place', 'change', 'retake', 'expire'] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

export interface Due {
  readonly step: OrderStep;
  /** From when anybody may take it; whoever began it may go on at once. */
  readonly at: Instant;
}

/**
 * The next step of an order, read off its own stream: nothing else needs to be remembered, so any process can take it
 * up after a crash at any point. Null: nothing is left to do.
 */
export function dueOf(order: Order): Due | null {
  const { status, since, changing, toRelease, toConfirm, deadline } = order;
  if (toRelease.length > 0) return { step: 'release', at: since };
  if (toConfirm) return { step: 'confirm', at: since };
  if (status === 'placing') return { step: 'place', at: plusMillis(since, RESUME_MILLIS) };
  if (status === 'retaking') return { step: 'retake', at: plusMillis(since, RESUME_MILLIS) };
  if (status !== 'placed') return null;
  if (changing) {
    const resume = plusMillis(changing.since, RESUME_MILLIS);
    return resume < deadline ? { step: 'change', at: resume } : { step: 'expire', at: deadline };
  }
  return { step: 'expire', at: deadline };
}
