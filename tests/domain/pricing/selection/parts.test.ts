import { expect, test } from '@jest/globals';
import { Parts } from '../../../../src/domain/pricing/selection/parts.js';

test('numbers that were never joined are each a part', () => {
  const parts = new Parts(3);
  expect([0, 1, 2].map((number) => parts.of(number))).toEqual([0, 1, 2]);
});

test('numbers joined through others are of one part, and the rest of another', () => {
  const parts = new Parts(7);
  for (const [a, b] of [
    [0, 1],
    [1, 2],
    [2, 3],
    [5, 4],
    [0, 5],
  ] as const)
    parts.join(a, b);
  const [part, ...others] = [0, 1, 2, 3, 4, 5].map((number) => parts.of(number));
  expect(new Set(others)).toEqual(new Set([part]));
  expect(parts.of(6)).toBe(6);
});
