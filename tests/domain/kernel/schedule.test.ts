import { describe, expect, test } from '@jest/globals';
import { closesAt } from '../../../src/domain/kernel/closing.js';
import { instantOf, plusMillis } from '../../../src/domain/kernel/instant.js';
import type { LocalTime } from '../../../src/domain/kernel/localTime.js';
import { type Recurrence, recurrenceHolds, type Schedule, scheduleAt } from '../../../src/domain/kernel/schedule.js';

const SHANGHAI = 'Asia/Shanghai';
const inShanghai = (rest: Omit<Recurrence, 'zone'>): Recurrence => ({ zone: SHANGHAI, ...rest });
/** What a clock with this offset shows. */
const shown = (millis: number, offsetHours: number): LocalTime =>
  `${new Date(millis + offsetHours * 3_600_000).toISOString().slice(0, 23)}+0${offsetHours}:00`;
/** At a time of Shanghai, which is eight hours ahead all year. */
const atShanghai = (schedule: Schedule, clock: string) => {
  const at = instantOf(Date.parse(`${clock}+08:00`));
  return scheduleAt(schedule, at, shown(Date.parse(at), 8));
};
const isOpen = (recurrence: Recurrence, clock: string) => atShanghai({ recurrence }, clock).open;

describe('a window', () => {
  const [from, until] = ['2026-11-20T00:00:00.000Z', '2026-11-30T00:00:00.000Z'];
  const window = { from, until };

  test('is open from its first instant and closed from its last', () => {
    expect(scheduleAt(window, plusMillis(from, -1), undefined)).toEqual({ open: false, opens: from });
    expect(scheduleAt(window, from, undefined)).toEqual({ open: true });
    expect(scheduleAt(window, plusMillis(until, -1), undefined)).toEqual({ open: true });
    expect(scheduleAt(window, until, undefined)).toEqual({ open: false });
  });

  test('without from, until or both is open on that side for ever', () => {
    expect(scheduleAt({ until }, '0001-01-01T00:00:00.000Z', undefined).open).toBe(true);
    expect(scheduleAt({ from }, '9999-01-01T00:00:00.000Z', undefined).open).toBe(true);
    expect(scheduleAt({}, until, undefined).open).toBe(true);
  });
});

describe('hours of the day', () => {
  const lunch = inShanghai({ hours: [{ from: '10:00', to: '12:30' }] });

  test.each([
    ['09:59:59.999', false],
    ['10:00:00.000', true],
    ['12:29:59.999', true],
    ['12:30:00.000', false],
  ])('10:00 to 12:30 at %s: open is %s', (clock, open) => {
    expect(isOpen(lunch, `2026-11-22T${clock}`)).toBe(open);
  });

  test('several a day are open in each and closed between', () => {
    const twice = inShanghai({
      hours: [
        { from: '10:00', to: '11:00' },
        { from: '20:00', to: '21:00' },
      ],
    });
    expect(['10:30', '15:00', '20:30'].map((clock) => isOpen(twice, `2026-11-22T${clock}:00.000`))).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('to 24:00 end with the day, and from 00:00 begin with it', () => {
    const evening = inShanghai({ hours: [{ from: '18:00', to: '24:00' }], weekdays: ['sun'] });
    expect(isOpen(evening, '2026-11-22T23:59:59.999')).toBe(true);
    expect(isOpen(evening, '2026-11-23T00:00:00.000')).toBe(false);
    const morning = inShanghai({ hours: [{ from: '00:00', to: '06:00' }], weekdays: ['mon'] });
    expect(isOpen(morning, '2026-11-22T23:59:59.999')).toBe(false);
    expect(isOpen(morning, '2026-11-23T00:00:00.000')).toBe(true);
  });

  test('without a resolved local time are an error, not a guess', () => {
    expect(() => scheduleAt({ recurrence: lunch }, '2026-11-22T12:00:00.000Z', undefined)).toThrow(RangeError);
  });
});

describe('hours past midnight', () => {
  // 2026-11-20 was a Friday.
  const fridayNight = inShanghai({ weekdays: ['fri'], hours: [{ from: '22:00', to: '02:00' }] });

  test.each([
    ['2026-11-20T00:30:00.000', false],
    ['2026-11-20T21:59:59.999', false],
    ['2026-11-20T22:00:00.000', true],
    ['2026-11-21T00:00:00.000', true],
    ['2026-11-21T01:59:59.999', true],
    ['2026-11-21T02:00:00.000', false],
    ['2026-11-21T22:00:00.000', false],
  ])('belong to the day on which they opened: at %s open is %s', (clock, open) => {
    expect(isOpen(fridayNight, clock)).toBe(open);
  });

  test('of the last day of a month run into the first of the next', () => {
    const lastNight = inShanghai({ monthDays: [30], hours: [{ from: '22:00', to: '02:00' }] });
    expect(isOpen(lastNight, '2026-12-01T01:00:00.000')).toBe(true);
    expect(isOpen(lastNight, '2026-11-30T01:00:00.000')).toBe(false);
  });

  test('from and to one clock time last a whole day', () => {
    const fromNine = inShanghai({ weekdays: ['fri'], hours: [{ from: '09:00', to: '09:00' }] });
    expect(
      ['2026-11-20T08:59:59.999', '2026-11-20T09:00:00.000', '2026-11-21T08:59:59.999', '2026-11-21T09:00:00.000'].map(
        (clock) => isOpen(fromNine, clock),
      ),
    ).toEqual([false, true, true, false]);
  });
});

describe('days', () => {
  test('of the month are counted on the clock of the zone', () => {
    const eighth = inShanghai({ monthDays: [8, 18, 28] });
    expect(isOpen(eighth, '2026-11-18T00:00:00.000')).toBe(true);
    expect(isOpen(eighth, '2026-11-17T23:59:59.999')).toBe(false);
  });

  test('of a short month that are not there never come', () => {
    const thirtieth = inShanghai({ monthDays: [30] });
    const open = Array.from({ length: 28 }, (_, n) =>
      isOpen(thirtieth, `2026-02-${String(n + 1).padStart(2, '0')}T12:00:00.000`),
    );
    expect(open).not.toContain(true);
  });

  test('of week and month must both be right', () => {
    const friday13 = inShanghai({ weekdays: ['fri'], monthDays: [13] });
    expect(['2026-11-13', '2026-11-20', '2026-12-13'].map((date) => isOpen(friday13, `${date}T12:00:00.000`))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const)('every %s comes once in a week', (weekday) => {
    const days = Array.from({ length: 7 }, (_, n) => `${2026}-11-${String(16 + n)}T12:00:00.000`);
    expect(days.filter((clock) => isOpen(inShanghai({ weekdays: [weekday] }), clock))).toHaveLength(1);
  });
});

describe('a change of clocks', () => {
  const night: Recurrence = { zone: 'Europe/Berlin', hours: [{ from: '02:00', to: '03:00' }] };
  const minutesOpen = (from: string, changeAt: string, before: number, after: number) => {
    const [start, change] = [Date.parse(from), Date.parse(changeAt)];
    const minutes = Array.from({ length: 24 * 60 }, (_, n) => start + n * 60_000);
    return minutes.filter((time) => recurrenceHolds(night, shown(time, time < change ? before : after))).length;
  };

  test('backward repeats an hour, which counts twice', () => {
    expect(minutesOpen('2026-10-24T22:00:00.000Z', '2026-10-25T01:00:00.000Z', 2, 1)).toBe(120);
  });

  test('forward skips an hour, which never comes', () => {
    expect(minutesOpen('2026-03-28T23:00:00.000Z', '2026-03-29T01:00:00.000Z', 1, 2)).toBe(0);
  });

  test('on no other day: an hour is an hour', () => {
    expect(minutesOpen('2026-07-01T22:00:00.000Z', '2026-10-25T01:00:00.000Z', 2, 1)).toBe(60);
  });
});

describe('a closed recurrence says when it opens next', () => {
  const lunch = inShanghai({
    hours: [
      { from: '17:00', to: '18:00' },
      { from: '10:00', to: '12:30' },
    ],
  });
  const next = (schedule: Schedule, clock: string) => atShanghai(schedule, clock);

  test('later today, or tomorrow', () => {
    expect(next({ recurrence: lunch }, '2026-11-22T09:00:00.000')).toEqual({
      open: false,
      opensLocal: '2026-11-22T10:00',
      zone: SHANGHAI,
    });
    expect(next({ recurrence: lunch }, '2026-11-22T12:30:00.000')).toMatchObject({ opensLocal: '2026-11-22T17:00' });
    expect(next({ recurrence: lunch }, '2026-11-22T18:00:00.000')).toMatchObject({ opensLocal: '2026-11-23T10:00' });
  });

  test('on the next day of the week or month', () => {
    expect(next({ recurrence: inShanghai({ weekdays: ['wed'] }) }, '2026-11-22T09:00:00.000')).toMatchObject({
      opensLocal: '2026-11-25T00:00',
    });
    expect(next({ recurrence: inShanghai({ monthDays: [31] }) }, '2026-11-22T09:00:00.000')).toMatchObject({
      opensLocal: '2026-12-31T00:00',
    });
    expect(next({ recurrence: inShanghai({ monthDays: [30] }) }, '2026-01-31T09:00:00.000')).toMatchObject({
      opensLocal: '2026-03-30T00:00',
    });
  });

  test('but not when its window has closed by then', () => {
    const until = (instant: string) => next({ until: instant, recurrence: lunch }, '2026-11-22T18:30:00.000');
    expect(until('2026-11-23T02:00:00.000Z')).toEqual({ open: false });
    expect(until('2026-11-23T02:00:00.001Z')).toMatchObject({ opensLocal: '2026-11-23T10:00' });
  });
});

describe('an open recurrence closes', () => {
  const closing = (recurrence: Recurrence, clock: string) => {
    const at = instantOf(Date.parse(`${clock}+08:00`));
    return closesAt(recurrence, at, shown(Date.parse(at), 8));
  };

  test('at the end of its hours, also past midnight', () => {
    expect(closing(inShanghai({ hours: [{ from: '10:00', to: '12:30' }] }), '2026-11-22T12:00:00.000')).toBe(
      '2026-11-22T04:30:00.000Z',
    );
    expect(closing(inShanghai({ hours: [{ from: '22:00', to: '02:00' }] }), '2026-11-22T23:59:59.999')).toBe(
      '2026-11-22T18:00:00.000Z',
    );
  });

  test('not where the next hours go on at once', () => {
    const hours = [
      { from: '12:00', to: '14:00' },
      { from: '10:00', to: '12:00' },
    ];
    expect(closing(inShanghai({ hours }), '2026-11-22T11:00:00.000')).toBe('2026-11-22T06:00:00.000Z');
  });

  test('with its day, unless the next day is open too', () => {
    expect(closing(inShanghai({ weekdays: ['sun'] }), '2026-11-22T20:00:00.000')).toBe('2026-11-22T16:00:00.000Z');
    expect(closing(inShanghai({ weekdays: ['sun', 'mon'] }), '2026-11-22T20:00:00.000')).toBeUndefined();
    expect(closing(inShanghai({}), '2026-11-22T20:00:00.000')).toBeUndefined();
  });
});
