import { type Instant, later, millisOf, plusMillis } from '../../domain/kernel/instant.js';
import { mulDiv } from '../../domain/kernel/mulDiv.js';
import type { AllowanceHistory, HourPoint } from './allowanceHistory.js';

const WINDOW_MILLIS = 24 * 3_600_000;
/** Further than so many times the window nobody can see. */
const MOST_WINDOWS = 1_000;

/** The points up to an instant. */
export function pointsUntil({ points }: AllowanceHistory, at: Instant): readonly HourPoint[] {
  return points.filter((point) => point.at <= at);
}

/**
 * When nothing will be left, if it goes on as in the last 24 hours:
 *
 *     at + remaining × (at − since) / (taken(at) − taken(since)), rounded up to a millisecond
 *
 * `taken` is what is held and confirmed; `since` is the beginning of the hour 24 hours before `at`, or when the
 * allowance was opened if that is later (then nothing was taken). Null: no total, nothing left already, no more taken
 * than given back, or more than a thousand times the window away.
 */
export function projectedEnd(history: AllowanceHistory, at: Instant): Instant | null {
  const points = pointsUntil(history, at);
  const last = points.at(-1);
  if (!last || last.total === null) return null;
  const windowBegins = beginOfHour(plusMillis(at, -WINDOW_MILLIS));
  const since = later(windowBegins, history.openedAt);
  const before = points.findLast(({ hour }) => hour < windowBegins);
  const burned = taken(last) - (before && since === windowBegins ? taken(before) : 0);
  const remaining = last.total - taken(last);
  const elapsed = millisOf(at) - millisOf(since);
  if (remaining <= 0 || burned <= 0 || elapsed <= 0 || remaining > burned * MOST_WINDOWS) return null;
  return plusMillis(at, mulDiv(remaining, elapsed, burned, 'up'));
}

function taken({ held, confirmed }: HourPoint): number {
  return held + confirmed;
}

function beginOfHour(at: Instant): Instant {
  return `${at.slice(0, 'YYYY-MM-DDThh'.length)}:00:00.000Z`;
}
