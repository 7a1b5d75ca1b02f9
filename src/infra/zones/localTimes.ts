import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../domain/kernel/instant.js';
import type { LocalTime } from '../../domain/kernel/localTime.js';

// Names of the IANA database; offsets such as +08:00 are no zones: they know no summer time.
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/;

export function isZone(name: string): boolean {
  if (!ZONE_NAME.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * What the clocks of a zone show at an instant, with the offset in force.
 * @throws RangeError for a name that is no zone.
 */
export function localTimeIn(zone: string, instant: Instant): LocalTime {
  if (!isZone(zone)) throw new RangeError(`${zone} is no time zone of the IANA database`);
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return local.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
}

/** The instant at which a calendar day, `2026-10-01`, begins in a zone. */
export function startOfDay(date: string, zone: string): Instant {
  const start = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone });
  return new Date(start.epochMilliseconds).toISOString();
}

export function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}
