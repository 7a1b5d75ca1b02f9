import type { Periodic, When, Window } from './goldenCase.js';
import { localClock, weekdays } from './localClock.js';
import { Unsupported } from './policies.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Whether `at` lies in the window and in the periodic hours. Without an instant a scheduled promotion is closed. */
export function isInSchedule(when: When | undefined, at: string | undefined): boolean {
  if (when?.window === undefined && when?.periodic === undefined) return true;
  if (at === undefined) return false;
  return (
    (when.window === undefined || isInWindow(when.window, at)) &&
    (when.periodic === undefined || isInHours(when.periodic, at))
  );
}

function isInWindow(window: Window, at: string): boolean {
  return (
    (window.from === undefined || compareToBound(at, window.from, window.zone) >= 0) &&
    (window.to === undefined || compareToBound(at, window.to, window.zone) < (isDate(window.to) ? 1 : 0))
  );
}

/** A date is compared with the zone's date (so a last day counts in whole), an instant with the instant. */
function compareToBound(at: string, bound: string, zone: string | undefined): number {
  if (!isDate(bound)) return Date.parse(at) - Date.parse(bound);
  if (zone === undefined) throw new Unsupported('a window of dates without a zone');
  const { date } = localClock(at, zone);
  return date < bound ? -1 : date > bound ? 1 : 0;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

/** Half-open; a window that ends at or before its start runs past midnight and belongs to the day on which it opened. */
function isInHours(periodic: Periodic, at: string): boolean {
  const { weekday, time } = localClock(at, periodic.zone);
  const from = timeOfDay(periodic.from ?? '00:00');
  const to = timeOfDay(periodic.to ?? '24:00');
  const openedOn = (day: number): boolean => {
    const name = weekdays[(day + 7) % 7];
    return periodic.days === undefined || (name !== undefined && periodic.days.includes(name));
  };
  if (to > from) return time >= from && time < to && openedOn(weekday);
  return (time >= from && openedOn(weekday)) || (time < to && openedOn(weekday - 1));
}

function timeOfDay(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return Math.min((hours * 60 + minutes) * 60_000, dayMs);
}
