import { describe, expect, test } from '@jest/globals';
import { formatWeight, parseWeight } from '../../../src/domain/kernel/weight.js';

describe('a weight is shown', () => {
  test.each([
    [499, '499克', '499 g'],
    [450, '450克', '450 g'],
    [500, '1斤', '500 g'],
    [520, '520克', '520 g'],
    [550, '1.1斤', '550 g'],
    [900, '1.8斤', '900 g'],
    [1000, '2斤', '1 kg'],
    [1050, '2.1斤', '1050 g'],
    [1100, '2.2斤', '1.1 kg'],
  ])('%i g as %s, %s', (grams, zh, en) => {
    expect([formatWeight(grams, 'zh'), formatWeight(grams, 'en')]).toEqual([zh, en]);
  });
});

test('what is no weight is told with what would be one', () => {
  expect(() => parseWeight('3 pounds')).toThrow(
    expect.objectContaining({
      code: 'NOT_A_WEIGHT',
      facts: { written: '3 pounds', expected: 'a weight such as 500g, 1.5kg or 3斤' },
    }),
  );
});
