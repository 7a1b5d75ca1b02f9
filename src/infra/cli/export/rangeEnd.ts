import { type Instant, isInstant, plusMillis } from '../../../domain/kernel/instant.js';
import type { LocalTime } from '../../../domain/kernel/localTime.js';
import { UsageError } from '../exitCode.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HOUR = 3_600_000;
/** Zones are at most so far ahead of UTC. */
const FURTHEST = 15;

/** An end of a range: an instant in UTC, or a day, which begins at its first instant in the zone. @throws UsageError */
export function rangeEnd(
  option: string,
  text: string | undefined,
  zone: string,
  localTimeIn: (zone: string, at: Instant) => LocalTime,
): Instant | null {
  if (text === undefined) return null;
  const instant: boolean = isInstant(text);
  if (instant) return text;
  const midnight = `${text}T00:00:00.000Z`;
  if (!DAY.test(text) || !isInstant(midnight)) {
    throw new UsageError(
      `--${option} takes a day such as 2026-11-01, or an instant in UTC such as 2026-11-01T00:00:00.000Z, not "${text}".`,
    );
  }
  // Zones differ by quarters of an hour, and some have no midnight on the day their clocks change.
  for (let at = plusMillis(midnight, -FURTHEST * HOUR); ; at = plusMillis(at, HOUR / 4)) {
    if (localTimeIn(zone, at).slice(0, text.length) >= text) return at;
  }
}
