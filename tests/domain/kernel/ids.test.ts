import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareIds, LOCAL_ID, SHOP_ID } from '../../../src/domain/kernel/ids.js';
import { streamName, streamParts } from '../../../src/domain/kernel/stream.js';

const shopId = fc.stringMatching(SHOP_ID);
const localId = fc.stringMatching(LOCAL_ID);

describe('ids', () => {
  test('are ordered shorter first, then byte by byte', () => {
    expect(['b', '10', 'a', '9', 'aa', 'B', '_', '100'].sort(compareIds)).toEqual([
      '9',
      'B',
      '_',
      'a',
      'b',
      '10',
      'aa',
      '100',
    ]);
  });

  test('are equal only to themselves', () => {
    expect([compareIds('a', 'a'), compareIds('a', 'b'), compareIds('b', 'a')]).toEqual([0, -1, 1]);
  });

  test('have one order whatever order they came in', () => {
    fc.assert(
      fc.property(fc.array(localId), (ids) => {
        const inOrder = [...ids].sort(compareIds);
        expect([...ids].reverse().sort(compareIds)).toEqual(inOrder);
        for (const [index, id] of inOrder.slice(1).entries()) {
          const before = inOrder[index]!;
          const byBytes = before.length < id.length || Buffer.compare(Buffer.from(before), Buffer.from(id)) <= 0;
          expect(byBytes).toBe(true);
        }
      }),
    );
  });

  test.each(['', '-', 'a-b', '__proto__', '_a', '.a', 'a b', '苹果', 'a/b', 'a\n', 'x'.repeat(61)])(
    '%j is no id',
    (text) => {
      expect(LOCAL_ID.test(text)).toBe(false);
    },
  );
});

describe('stream names', () => {
  test('are read back into their parts', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][A-Za-z]{0,15}$/), shopId, localId, (category, shop, id) => {
        expect(streamParts(streamName(category, shop, id))).toEqual({ category, shop, id });
      }),
    );
  });

  test('have an id of at most 80 letters, digits, _ and . after the first dash', () => {
    fc.assert(
      fc.property(shopId, localId, (shop, id) => {
        const name = streamName('promotion', shop, id);
        expect(name.slice(name.indexOf('-') + 1)).toMatch(/^[A-Za-z0-9_.]{1,80}$/);
      }),
    );
  });
});
