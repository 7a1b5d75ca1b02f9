import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandIdOf } from '../../src/commands/commandId.js';

test('one key of one caller in one shop is one command, for ever', () => {
  expect(commandIdOf('demo', 'order-service', 'key-1')).toBe(commandIdOf('demo', 'order-service', 'key-1'));
  expect(commandIdOf('demo', 'order-service', 'key-1')).toBe('9330fdae-3591-5ea1-8cd3-166a4277843f');
});

test('another key, caller or shop is another command, whatever characters they are made of', () => {
  const part = fc.oneof(fc.constantFrom('a', 'b', '\n', 'a\nb', '","', ''), fc.string());
  const whole = fc.tuple(part, part, part);
  fc.assert(
    fc.property(whole, whole, (one, other) => {
      expect(commandIdOf(...one) === commandIdOf(...other)).toBe(one.every((text, index) => text === other[index]));
    }),
    { numRuns: 2_000 },
  );
});
