import { expect, test } from '@jest/globals';
import type { GeneratedCase } from './generate.js';
import { generateCase } from './generate.js';
import { oraclePrice } from './oraclePrice.js';
import { shrink } from './shrink.js';

const givesPercentage = (input: GeneratedCase): boolean => {
  const { applied } = oraclePrice(input);
  return input.promotions.some(({ id, kind }) => kind === 'percentage' && applied.includes(id));
};

test('shrinks to the few things that a failure needs', () => {
  const failing = Array.from({ length: 100 }, (_, seed) => generateCase(seed, 'rivals')).find(givesPercentage);
  if (failing === undefined) throw new Error('no case among the first hundred');
  const small = shrink(failing, givesPercentage);
  expect(givesPercentage(small)).toBe(true);
  expect(small.lines).toHaveLength(1);
  expect(small.promotions).toHaveLength(1);
  expect(small.promotions[0]).not.toHaveProperty('when');
});
