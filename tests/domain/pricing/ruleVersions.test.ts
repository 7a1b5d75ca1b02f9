import { expect, test } from '@jest/globals';
import { ruleVersionOf } from '../../../src/domain/pricing/kinds/registry.js';

test('a published offer is priced by the newest version of its kind', () => {
  expect(ruleVersionOf('percentage')).toBe(1);
});

test('a kind nobody knows has none', () => {
  expect(() => ruleVersionOf('barter')).toThrow(new RangeError('no kind of promotion is called barter'));
});
