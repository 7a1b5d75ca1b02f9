import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Deadlines, type Ending } from '../../../src/domain/allowance/deadlines.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';

const INFINITE = Number.POSITIVE_INFINITY;

test('deadlines are what a sorted list would be, whatever is added and removed', () => {
  const step = fc.oneof(fc.record({ add: fc.nat(20) }), fc.record({ remove: fc.nat(1_000) }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.nat(20), (steps, clock) => {
      const deadlines = new Deadlines<Ending>();
      const model: Ending[] = [];
      for (const [n, step] of steps.entries()) {
        if ('add' in step) {
          const ending = { hold: `h${n}`, until: instantOf(step.add), place: -1 };
          model.push(ending);
          deadlines.add(ending);
        } else if (model.length > 0) {
          const [ending] = model.splice(step.remove % model.length, 1);
          deadlines.remove(ending!);
        }
      }
      const sorted = model.toSorted((a, b) => (a.until + a.hold < b.until + b.hold ? -1 : 1));
      expect(deadlines.size).toBe(model.length);
      expect(deadlines.first()).toBe(sorted[0]);
      const at = instantOf(clock);
      expect(deadlines.ended(at, INFINITE)).toEqual(sorted.filter(({ until }) => until <= at));
      expect(deadlines.ended(at, 2).length).toBe(Math.min(2, sorted.filter(({ until }) => until <= at).length));
    }),
    { numRuns: 2_000 },
  );
});
