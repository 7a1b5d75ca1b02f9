import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changesFact, factAt, latestFact, type Timeline, withFact } from '../../../src/domain/kernel/timeline.js';

const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const aDay = fc.integer({ min: 1, max: 9 });
const aValue = fc.constantFrom('a', 'b', 'c');
const aTimeline = fc
  .array(fc.tuple(aDay, aValue), { maxLength: 8 })
  .map((facts) => facts.reduce<Timeline<string>>((line, [from, value]) => withFact(line, day(from), value), []));

/** DESIGN §5 word by word: of the facts from then or before, those with the latest effectiveFrom, of these the last. */
function asDesigned(timeline: Timeline<string>, at: string): string | undefined {
  const past = timeline.filter(({ from }) => from <= at);
  const latestFrom = past
    .map(({ from }) => from)
    .sort()
    .at(-1);
  return past.filter(({ from }) => from === latestFrom).at(-1)?.value;
}

const held = (timeline: Timeline<string>) => Array.from({ length: 11 }, (_, n) => factAt(timeline, day(n + 1)));

describe('a timeline', () => {
  test('holds at an instant the fact with the latest effectiveFrom, then the latest recorded', () => {
    fc.assert(
      fc.property(aTimeline, aDay, (timeline, n) => {
        expect(factAt(timeline, day(n))).toBe(asDesigned(timeline, day(n)));
      }),
    );
  });

  test('is changed by a fact exactly when something else would hold at some instant', () => {
    fc.assert(
      fc.property(aTimeline, aDay, aValue, (timeline, from, value) => {
        const changed = withFact(timeline, day(from), value);
        const differs = JSON.stringify(held(changed)) !== JSON.stringify(held(timeline));
        expect(changesFact(timeline, day(from), value)).toBe(differs);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is never changed by the same fact again', () => {
    fc.assert(
      fc.property(aTimeline, aDay, aValue, (timeline, from, value) => {
        expect(changesFact(withFact(timeline, day(from), value), day(from), value)).toBe(false);
      }),
    );
  });

  test('remembers what was recorded last, whenever it takes effect', () => {
    const timeline = withFact(withFact([], day(9), 'to come'), day(2), 'corrected');
    expect([latestFact(timeline), latestFact([])]).toEqual(['corrected', undefined]);
  });

  test('holds nothing before its first fact', () => {
    expect(factAt(withFact([], day(2), 'a'), '2026-01-01T23:59:59.999Z')).toBeUndefined();
  });
});
