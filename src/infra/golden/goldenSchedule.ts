import type { Instant } from '../../domain/kernel/instant.js';
import type { Weekday } from '../../domain/kernel/localTime.js';
import type { Schedule } from '../../domain/kernel/schedule.js';
import { dayAfter, startOfDay } from '../zones/localTimes.js';
import type { GoldenWhen } from './goldenCase.js';

const SHOP_ZONE = 'Asia/Shanghai';

/** Instants form a half-open interval; dates are whole days in the zone, the last one included. */
export function scheduleOf(window: GoldenWhen['window'], periodic: GoldenWhen['periodic']): Schedule | undefined {
  if (!window && !periodic) return undefined;
  const zone = window?.zone ?? SHOP_ZONE;
  return {
    ...(window?.from !== undefined && { from: edge(window.from, zone, (date) => date) }),
    ...(window?.to !== undefined && { until: edge(window.to, zone, dayAfter) }),
    ...(periodic && {
      recurrence: {
        zone: periodic.zone,
        ...(periodic.days && { weekdays: periodic.days as Weekday[] }),
        ...((periodic.from ?? periodic.to) !== undefined && {
          hours: [{ from: periodic.from ?? '00:00', to: periodic.to ?? '24:00' }],
        }),
      },
    }),
  };
}

function edge(written: string, zone: string, day: (date: string) => string): Instant {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(written);
  return isDate ? startOfDay(day(written), zone) : new Date(written).toISOString();
}
