import type { Hours, Recurrence, Schedule } from '../kernel/schedule.js';
import type { Fault } from './kind.js';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const LONGEST_MONTH = 31;

/** Faults of a schedule that can never open or cannot be read. Whether its zone exists is the doors' to say. */
export function scheduleFaults({ from, until, recurrence }: Schedule): Fault[] {
  const faults: Fault[] = [];
  if (from !== undefined && until !== undefined && until <= from) {
    faults.push({ pointer: '/schedule/until', code: 'WINDOW_NEVER_OPENS', message: `It must be after from, ${from}.` });
  }
  if (recurrence) faults.push(...recurrenceFaults(recurrence));
  return faults;
}

function recurrenceFaults({ weekdays, monthDays, hours }: Recurrence): Fault[] {
  const pointer = '/schedule/recurrence';
  const faults: Fault[] = [];
  for (const [field, days] of Object.entries({ weekdays, monthDays, hours })) {
    if (days?.length === 0) faults.push(neverOpens(`${pointer}/${field}`, 'An empty list never opens: leave it out.'));
  }
  if (monthDays?.some((day) => !Number.isInteger(day) || day < 1 || day > LONGEST_MONTH)) {
    faults.push({ pointer: `${pointer}/monthDays`, code: 'NOT_A_DAY', message: 'Days of a month are 1 to 31.' });
  }
  hours?.forEach((of, at) => {
    faults.push(...hoursFaults(of, `${pointer}/hours/${at}`));
  });
  return faults;
}

function hoursFaults({ from, to }: Hours, pointer: string): Fault[] {
  const faults: Fault[] = [];
  if (!CLOCK.test(from)) faults.push(notAClock(`${pointer}/from`, 'from 00:00 to 23:59'));
  if (!CLOCK.test(to) && to !== '24:00') faults.push(notAClock(`${pointer}/to`, 'from 00:00 to 24:00'));
  return faults;
}

function neverOpens(pointer: string, message: string): Fault {
  return { pointer, code: 'WINDOW_NEVER_OPENS', message };
}

function notAClock(pointer: string, range: string): Fault {
  return { pointer, code: 'NOT_A_CLOCK_TIME', message: `A clock time is written HH:MM, ${range}.` };
}
