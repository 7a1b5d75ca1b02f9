import { type Instant, instantOf } from './instant.js';
import { clockOf, dateOf, dayOf, type LocalDay, type LocalTime, localDay, type Weekday } from './localTime.js';

/** Local clock times, `HH:MM`, half-open. `to` at or before `from` runs past midnight and belongs to the day it opened. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** Days and hours on which a schedule is open, on the clock of `zone`. What is absent does not restrict. */
export interface Recurrence {
  readonly zone: string;
  readonly weekdays?: readonly Weekday[];
  readonly monthDays?: readonly number[];
  readonly hours?: readonly Hours[];
}

/** A half-open window [from, until) and, if periodic, a recurrence inside it. */
export interface Schedule {
  readonly from?: Instant;
  readonly until?: Instant;
  readonly recurrence?: Recurrence;
}

/** When a closed schedule opens: an instant, or the zone's local time for a recurrence; neither when it is over. */
export type Opening = { readonly opens?: Instant; readonly opensLocal?: string; readonly zone?: string };

export type ScheduleAnswer = { readonly open: true } | ({ readonly open: false } & Opening);

const OPEN = { open: true } as const;
const ALL_DAY: readonly Hours[] = [{ from: '00:00', to: '24:00' }];
const LOOK_AHEAD_DAYS = 62;

/** Whether a schedule is open at an instant; `local` is what its recurrence's zone shows then. */
export function scheduleAt(schedule: Schedule, at: Instant, local: LocalTime | undefined): ScheduleAnswer {
  if (schedule.from !== undefined && at < schedule.from) return { open: false, opens: schedule.from };
  if (schedule.until !== undefined && at >= schedule.until) return { open: false };
  const { recurrence } = schedule;
  if (!recurrence) return OPEN;
  if (local === undefined) throw new RangeError(`the local time of ${recurrence.zone} was not resolved`);
  if (recurrenceHolds(recurrence, local)) return OPEN;
  const opening = nextOpening(recurrence, local);
  return isTooLate(opening, schedule.until, local) ? { open: false } : { open: false, ...opening };
}

/** Whether the window has closed by then; reckoned with the offset of now, so an hour off across a change of clocks. */
function isTooLate({ opensLocal }: Opening, until: Instant | undefined, local: LocalTime): boolean {
  if (until === undefined || opensLocal === undefined) return false;
  return instantOf(Date.parse(`${opensLocal}:00.000${local.slice(23)}`)) >= until;
}

/** Whether the zone's clock stands inside the recurrence: a repeated hour counts twice, a skipped one never. */
export function recurrenceHolds(recurrence: Recurrence, local: LocalTime): boolean {
  const today = localDay(local);
  const clock = clockOf(local);
  const yesterday = dayOf(today.number - 1);
  for (const hours of recurrence.hours ?? ALL_DAY) {
    const overnight = hours.to <= hours.from;
    if (isListed(recurrence, today) && clock >= hours.from && (overnight || clock < hours.to)) return true;
    if (overnight && isListed(recurrence, yesterday) && clock < hours.to) return true;
  }
  return false;
}

function isListed(recurrence: Recurrence, day: LocalDay): boolean {
  return (
    (!recurrence.weekdays || recurrence.weekdays.includes(day.weekday)) &&
    (!recurrence.monthDays || recurrence.monthDays.includes(day.dayOfMonth))
  );
}

function nextOpening(recurrence: Recurrence, local: LocalTime): Opening {
  const today = localDay(local);
  const clock = clockOf(local);
  const starts = (recurrence.hours ?? ALL_DAY).map((hours) => hours.from).sort();
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = dayOf(today.number + ahead);
    const start = isListed(recurrence, day) && starts.find((from) => ahead > 0 || from > clock);
    if (start) return { opensLocal: `${dateOf(day.number)}T${start}`, zone: recurrence.zone };
  }
  return {};
}
