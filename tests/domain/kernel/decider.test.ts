import { describe, expect, test } from '@jest/globals';
import { effective, holdsFrom, neverHappens } from '../../../src/domain/kernel/decider.js';

const at = '2026-11-22T12:00:00.000Z';
const effectiveFrom = '2026-12-01T00:00:00.000Z';
const events = [{ type: 'price-changed', data: { unitPrice: 990 } }];

describe('what is decided holds', () => {
  test('from the decision, if nothing else is said', () => {
    expect(holdsFrom({ at })).toBe(at);
    expect(effective(events, { at })).toBe(events);
  });

  test('from another instant, which its events then name', () => {
    expect(holdsFrom({ at, effectiveFrom })).toBe(effectiveFrom);
    expect(effective(events, { at, effectiveFrom })).toEqual([{ ...events[0], effectiveFrom }]);
  });
});

test('a case that cannot be is named when it is', () => {
  expect(() => neverHappens({ type: 'eaten' } as never)).toThrow(new TypeError('unexpected {"type":"eaten"}'));
});
