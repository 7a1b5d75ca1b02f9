import { sameJson } from '../kernel/canonicalJson.js';
import { effective, holdsFrom, type When } from '../kernel/decider.js';
import { Rejection } from '../kernel/rejection.js';
import { changesFact, factAt } from '../kernel/timeline.js';
import type { Fault } from '../pricing/kind.js';
import type { PromotionEvent, PromotionTerms } from './events.js';
import { changesOutside, RUNNING_MAY_CHANGE } from './runningChanges.js';
import { type Promotion, type PromotionStatus, statusOf, termsOf } from './state.js';

type Decided = readonly PromotionEvent[];

/** What the kinds in use find wrong with terms (pricing/termsFaults). */
export type FindFaults = (terms: PromotionTerms) => readonly Fault[];

/** @throws Rejection PROMOTION_EXISTS when it was drafted with other terms, TERMS_INVALID with every fault. */
export function draft(state: Promotion, terms: PromotionTerms, findFaults: FindFaults): Decided {
  if (statusOf(state)) {
    if (sameJson(state.terms[0]?.value, terms)) return [];
    throw new Rejection(
      'PROMOTION_EXISTS',
      'A promotion with this id exists with other terms: revise it, or choose another id.',
    );
  }
  refuseFaults(findFaults(terms));
  return [{ type: 'promotion-drafted', data: { terms } }];
}

/**
 * A draft or a paused promotion may change all but its kind. A published one is running: RUNNING_MAY_CHANGE says what,
 * against the terms that the new ones would follow (others may be planned for later).
 * @throws Rejection PROMOTION_UNKNOWN, PROMOTION_OVER, KIND_FIXED, PROMOTION_RUNNING, TERMS_INVALID.
 */
export function revise(
  state: Promotion,
  terms: PromotionTerms,
  reason: string | undefined,
  when: When,
  findFaults: FindFaults,
): Decided {
  const status = statusOfLiving(state);
  if (!changesFact(state.terms, holdsFrom(when), terms)) return [];
  const current = factAt(state.terms, holdsFrom(when)) ?? termsOf(state)!;
  if (current.kind !== terms.kind) {
    throw new Rejection(
      'KIND_FIXED',
      `It was drafted as ${current.kind}: draft a new promotion to offer ${terms.kind}.`,
      {
        kind: current.kind,
      },
    );
  }
  refuseFaults(findFaults(terms));
  if (status === 'published') refuseRunningChanges(current, terms);
  return effective([{ type: 'promotion-revised', data: { terms, ...(reason && { reason }) } }], when);
}

/** @throws Rejection PROMOTION_UNKNOWN, PROMOTION_OVER, SCHEDULE_OVER when its window has closed already. */
export function publish(state: Promotion, reason: string, { at }: When): Decided {
  const status = statusOfLiving(state);
  if (status === 'published') return [];
  if (status === 'paused') throw wrongStatus(status, 'resume it instead');
  const until = termsOf(state)?.schedule?.until;
  if (until !== undefined && until <= at) {
    throw new Rejection('SCHEDULE_OVER', `Its schedule ended at ${until}: revise the schedule first.`, { until });
  }
  return [{ type: 'promotion-published', data: { reason } }];
}

/** @throws Rejection PROMOTION_UNKNOWN, PROMOTION_OVER, WRONG_STATUS for a draft. */
export function pause(state: Promotion, reason?: string): Decided {
  const status = statusOfLiving(state);
  if (status === 'paused') return [];
  if (status === 'draft') throw wrongStatus(status, 'there is nothing to pause before it is published');
  return [{ type: 'promotion-paused', data: reason ? { reason } : {} }];
}

/** @throws Rejection PROMOTION_UNKNOWN, PROMOTION_OVER, WRONG_STATUS for a draft. */
export function resume(state: Promotion, reason?: string): Decided {
  const status = statusOfLiving(state);
  if (status === 'published') return [];
  if (status === 'draft') throw wrongStatus(status, 'publish it first');
  return [{ type: 'promotion-resumed', data: reason ? { reason } : {} }];
}

/** Ends it for good; quotes given before stand. @throws Rejection PROMOTION_UNKNOWN, PROMOTION_OVER when stopped. */
export function end(state: Promotion, reason: string): Decided {
  if (statusOf(state) === 'ended') return [];
  statusOfLiving(state);
  return [{ type: 'promotion-ended', data: { reason } }];
}

/**
 * Emergency stop: for good, and unplaced quotes with it are void; one that ended may still be stopped, for its quotes.
 * @throws Rejection PROMOTION_UNKNOWN.
 */
export function stop(state: Promotion, reason: string): Decided {
  const status = statusOf(state);
  if (status === 'stopped') return [];
  if (status !== 'ended') statusOfLiving(state);
  return [{ type: 'promotion-stopped', data: { reason } }];
}

function statusOfLiving(state: Promotion): PromotionStatus {
  const status = statusOf(state);
  if (!status) throw new Rejection('PROMOTION_UNKNOWN', 'There is no promotion with this id.');
  if (status === 'ended' || status === 'stopped') {
    throw new Rejection('PROMOTION_OVER', `It is ${status}, for good: draft a new promotion.`, { status });
  }
  return status;
}

function wrongStatus(status: PromotionStatus, instead: string): Rejection {
  return new Rejection('WRONG_STATUS', `It is ${status}: ${instead}.`, { status });
}

function refuseFaults(errors: readonly Fault[]): void {
  if (errors.length > 0) {
    throw new Rejection('TERMS_INVALID', `The terms cannot work: ${errors.length} fault(s), see errors.`, { errors });
  }
}

function refuseRunningChanges(current: PromotionTerms, terms: PromotionTerms): void {
  const changed = changesOutside(RUNNING_MAY_CHANGE, current, terms);
  if (changed.length === 0) return;
  throw new Rejection('PROMOTION_RUNNING', `It is in force: pause it to change ${changed.join(', ')}.`, {
    changed,
    mayChange: RUNNING_MAY_CHANGE.map((rule) => rule.what),
  });
}
