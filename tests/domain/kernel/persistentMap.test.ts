import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PersistentMap } from '../../../src/domain/kernel/persistentMap.js';

const KEY = fc.constantFrom(...Array.from({ length: 150 }, (_, n) => `k${n}`));
/** More changes than are kept beside the base, so that bases are made anew too. */
const CHANGES = fc.array(fc.tuple(KEY, fc.option(fc.integer())), { minLength: 300, maxLength: 400 });

describe('a map that is never changed', () => {
  test('holds what a map holds after the same changes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(KEY, fc.integer())), CHANGES, (entries, changes) => {
        const plain = new Map(entries);
        let map = PersistentMap.of(entries);
        for (const [key, value] of changes) {
          if (value === null) plain.delete(key);
          else plain.set(key, value);
          map = value === null ? map.without(key) : map.with(key, value);
          expect(map.get(key)).toBe(plain.get(key));
        }
        for (let n = 0; n < 150; n++) expect(map.get(`k${n}`)).toBe(plain.get(`k${n}`));
        expect([...map.values()].sort()).toEqual([...plain.values()].sort());
      }),
      { numRuns: 30 },
    );
  });

  test('leaves whoever holds it as it was', () => {
    const before = PersistentMap.of([['a', 1]]);
    const after = before.with('a', 2).without('b').with('c', 3);
    expect([before.get('a'), before.get('c')]).toEqual([1, undefined]);
    expect([after.get('a'), after.get('c')]).toEqual([2, 3]);
  });
});
