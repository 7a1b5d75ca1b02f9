/**
 * What the clocks of a zone show at an instant, with the offset in force: `2026-11-22T18:30:00.000+08:00`.
 * The domain knows no zones: infra resolves it, and a quote records it.
 */
export type LocalTime = string;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A local calendar day, counted in days since 1970-01-01. */
export interface LocalDay {
  readonly number: number;
  readonly weekday: Weekday;
  readonly dayOfMonth: number;
}

const DAY_MILLIS = 86_400_000;

export function localDay(time: LocalTime): LocalDay {
  return dayOf(Math.floor(Date.parse(`${time.slice(0, 10)}T00:00:00.000Z`) / DAY_MILLIS));
}

export function dayOf(number: number): LocalDay {
  return {
    number,
    // 1970-01-01 was a Thursday.
    weekday: WEEKDAYS[(((number + 3) % 7) + 7) % 7]!,
    dayOfMonth: new Date(number * DAY_MILLIS).getUTCDate(),
  };
}

/** `18:30:00.000`: what the clock shows, as text that sorts by time of day. */
export function clockOf(time: LocalTime): string {
  return time.slice(11, 23);
}

/** The date of a day number, `2026-11-22`. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MILLIS).toISOString().slice(0, 10);
}

/** What the clock shows after some time, if nobody changes it. */
export function shownAfter(time: LocalTime, millis: number): LocalTime {
  return new Date(Date.parse(`${time.slice(0, 23)}Z`) + millis).toISOString().slice(0, 23) + time.slice(23);
}
