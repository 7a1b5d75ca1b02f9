import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sortInPlace } from '../../../src/domain/kernel/sortInPlace.js';

test('few and many values are sorted where they are, equals in the order they came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 80, size: 'max' }), (keys) => {
      const values = keys.map((key, came) => ({ key, came }));
      const sorted = values.toSorted((a, b) => a.key - b.key || a.came - b.came);
      expect(sortInPlace(values, (a, b) => a.key - b.key)).toBe(values);
      expect(values).toEqual(sorted);
    }),
  );
});
