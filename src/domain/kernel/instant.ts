/** A UTC instant, RFC 3339 with exactly three decimals and `Z`: of one length, so text order is time order. */
export type Instant = string;

const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export function isInstant(text: string): text is Instant {
  return CANONICAL.test(text) && instantOf(Date.parse(text)) === text;
}

/** The canonical instant of milliseconds since 1970, or '' when there is none. */
export function instantOf(millis: number): Instant {
  return Number.isFinite(millis) && Math.abs(millis) <= 8.64e15 ? new Date(millis).toISOString() : '';
}

export function millisOf(instant: Instant): number {
  return Date.parse(instant);
}

export function plusMillis(instant: Instant, millis: number): Instant {
  return instantOf(millisOf(instant) + millis);
}

export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

export function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
