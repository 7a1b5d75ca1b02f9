import { type Instant, plusMillis } from './instant.js';
import { clockOf, type LocalTime, shownAfter } from './localTime.js';
import { type Recurrence, recurrenceHolds } from './schedule.js';

const DAY_MILLIS = 86_400_000;

/**
 * The instant at which a recurrence that holds now first holds no more; undefined: not within a day.
 * Reckoned on the clock that `local` shows, so an hour off when clocks are changed before then.
 */
export function closesAt(recurrence: Recurrence, at: Instant, local: LocalTime): Instant | undefined {
  const ends = recurrence.hours?.map(({ to }) => to) ?? ['24:00'];
  const waits = ends.map((end) => millisUntil(end, local)).sort((a, b) => a - b);
  const wait = waits.find((millis) => !recurrenceHolds(recurrence, shownAfter(local, millis)));
  return wait === undefined ? undefined : plusMillis(at, wait);
}

function millisUntil(clock: string, local: LocalTime): number {
  const [hours, minutes] = clock.split(':').map(Number);
  const end = (hours! * 60 + minutes!) * 60_000;
  const now = Date.parse(`1970-01-01T${clockOf(local)}Z`);
  return end > now ? end - now : end - now + DAY_MILLIS;
}
