/** What calendar and clock of a zone show at an instant. */
export interface LocalClock {
  /** YYYY-MM-DD */
  readonly date: string;
  /** 0 = Sunday */
  readonly weekday: number;
  /** Milliseconds that the clock shows since 00:00. */
  readonly time: number;
}

export const weekdays: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

export function localClock(instant: string, zone: string): LocalClock {
  const at = new Date(instant);
  const parts = new Map<string, string>(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const read = (type: string): string => parts.get(type) ?? '';
  const seconds = Number(read('hour')) * 3600 + Number(read('minute')) * 60 + Number(read('second'));
  return {
    date: `${read('year')}-${read('month')}-${read('day')}`,
    weekday: weekdays.indexOf(read('weekday').toLowerCase()),
    time: seconds * 1000 + at.getUTCMilliseconds(),
  };
}
