import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { earlier, instantOf, isInstant, later, millisOf, plusMillis } from '../../../src/domain/kernel/instant.js';

const AD_0 = Date.parse('0000-01-01T00:00:00.000Z');
const AD_9999 = Date.parse('9999-12-31T23:59:59.999Z');
const millis = fc.integer({ min: AD_0, max: AD_9999 });

describe('an instant', () => {
  test.each([
    '2026-11-22T12:00:00.000Z',
    '2024-02-29T23:59:59.999Z',
    '0000-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
  ])('%s is one', (text) => {
    expect(isInstant(text)).toBe(true);
  });

  test.each([
    '',
    '2026-11-22',
    '2026-11-22T12:00:00Z',
    '2026-11-22T12:00:00.0000Z',
    '2026-11-22T12:00:00.000',
    '2026-11-22T12:00:00.000+00:00',
    '2026-11-22 12:00:00.000Z',
    '2026-11-22t12:00:00.000z',
    '2026-02-30T00:00:00.000Z',
    '2025-02-29T00:00:00.000Z',
    '2026-13-01T00:00:00.000Z',
    '2026-11-22T24:00:00.000Z',
    '2026-11-22T23:59:60.000Z',
    '+012026-11-22T12:00:00.000Z',
    ' 2026-11-22T12:00:00.000Z',
    '2026-11-22T12:00:00.000Z\n',
  ])('%j is none', (text) => {
    expect(isInstant(text)).toBe(false);
  });

  test('is one text for each millisecond, and its text order is the order of time', () => {
    fc.assert(
      fc.property(millis, millis, (a, b) => {
        expect(isInstant(instantOf(a))).toBe(true);
        expect(millisOf(instantOf(a))).toBe(a);
        expect(instantOf(a) < instantOf(b)).toBe(a < b);
        expect(later(instantOf(a), instantOf(b))).toBe(instantOf(Math.max(a, b)));
        expect(earlier(instantOf(a), instantOf(b))).toBe(instantOf(Math.min(a, b)));
      }),
    );
  });

  test('moves on by milliseconds over the end of a year', () => {
    expect(plusMillis('2026-12-31T23:59:59.999Z', 1)).toBe('2027-01-01T00:00:00.000Z');
    expect(plusMillis('2027-01-01T00:00:00.000Z', -1)).toBe('2026-12-31T23:59:59.999Z');
  });

  test('of a number that is no time is empty', () => {
    expect([instantOf(Number.NaN), instantOf(8.64e15 + 1), instantOf(Number.POSITIVE_INFINITY)]).toEqual(['', '', '']);
  });
});
