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

/** How far a zone's clocks are ahead, between two changes of them. */
interface Offset {
  readonly from: number;
  readonly until: number;
  readonly millis: number;
  /** `+08:00` */
  readonly text: string;
}

/** By zone, the offset asked for last: every price asks for that of now, and clocks change twice a year at most. */
const offsets = new Map<string, Offset>();
/** More than there are zones; names in other letter cases would go on for ever. */
const MOST_OFFSETS = 1_000;

/**
 * What the clocks of a zone show at an instant, with the offset in force.
 * @throws RangeError for a name that is no zone.
 */
export function localTimeIn(zone: string, instant: Instant): LocalTime {
  const millis = Date.parse(instant);
  let offset = offsets.get(zone);
  if (!offset || millis < offset.from || millis >= offset.until) {
    offset = offsetAt(zone, instant);
    if (offsets.size >= MOST_OFFSETS) offsets.clear();
    offsets.set(zone, offset);
  }
  return new Date(millis + offset.millis).toISOString().slice(0, -1) + offset.text;
}

function offsetAt(zone: string, instant: Instant): Offset {
  if (!isZone(zone)) throw new RangeError(`${zone} is no time zone of the IANA database`);
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  // The change at this very instant counts as past.
  const before = local.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const after = local.getTimeZoneTransition('next');
  return {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    millis: local.offsetNanoseconds / 1e6,
    text: local.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 }).slice(-6),
  };
}

/** The instant at which a calendar day, `2026-10-01`, begins in a zone. */
export function startOfDay(date: string, zone: string): Instant {
  const start = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone });
  return new Date(start.epochMilliseconds).toISOString();
}

export function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}
