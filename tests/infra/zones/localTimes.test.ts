import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayAfter, isZone, localTimeIn, startOfDay } from '../../../src/infra/zones/localTimes.js';

describe('what the clocks of a zone show', () => {
  test.each([
    ['Asia/Shanghai', '2026-11-22T10:30:00.000Z', '2026-11-22T18:30:00.000+08:00'],
    ['UTC', '2026-11-22T10:30:00.000Z', '2026-11-22T10:30:00.000+00:00'],
    // The hour that Berlin's clocks show twice.
    ['Europe/Berlin', '2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00.000+02:00'],
    ['Europe/Berlin', '2026-10-25T01:30:00.000Z', '2026-10-25T02:30:00.000+01:00'],
    // The hour they skip.
    ['Europe/Berlin', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00:00.000+02:00'],
  ])('%s at %s', (zone, instant, local) => {
    expect(localTimeIn(zone, instant)).toBe(local);
  });

  test.each(['', 'Mars/Base', '+08:00', '../etc', 'asia'])('%p is no zone', (name) => {
    expect(isZone(name)).toBe(false);
    expect(() => localTimeIn(name, '2026-11-22T10:30:00.000Z')).toThrow(RangeError);
  });

  test('is what the library of zones says, at any instant and whatever was asked before', () => {
    const zones = [
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Monrovia',
      'UTC',
    ];
    const instants = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, date) => {
        const local = Temporal.Instant.from(date.toISOString()).toZonedDateTimeISO(zone);
        const shown = local.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
        expect(localTimeIn(zone, date.toISOString())).toBe(shown);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['the last millisecond before clocks go back', '2026-10-25T00:59:59.999Z', '2026-10-25T02:59:59.999+02:00'],
    ['the instant they do', '2026-10-25T01:00:00.000Z', '2026-10-25T02:00:00.000+01:00'],
    ['the millisecond before again', '2026-10-25T00:59:59.999Z', '2026-10-25T02:59:59.999+02:00'],
  ])('%s', (_, instant, local) => {
    expect(localTimeIn('Europe/Berlin', instant)).toBe(local);
  });

  test('days begin where the zone says', () => {
    expect(startOfDay('2026-10-01', 'Asia/Shanghai')).toBe('2026-09-30T16:00:00.000Z');
    expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  });
});
