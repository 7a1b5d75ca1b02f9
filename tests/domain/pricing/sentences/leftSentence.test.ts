import { expect, test } from '@jest/globals';
import type { Remaining } from '../../../../src/domain/pricing/facts.js';
import { leftSentence, type SoldBy } from '../../../../src/domain/pricing/sentences/leftSentence.js';

test.each<[Remaining, SoldBy, string | undefined, string | undefined]>([
  [{ stock: 3 }, 'piece', '仅剩3件', 'only 3 pieces left'],
  [{ stock: 100 }, 'piece', '仅剩100件', 'only 100 pieces left'],
  [{ stock: 101 }, 'piece', undefined, undefined],
  [{ stock: 1_500 }, 'weight', '仅剩3斤', 'only 1.5 kg left'],
  [{ stock: 50_001 }, 'weight', undefined, undefined],
  [{ stock: 3 }, undefined, undefined, undefined],
  [{ uses: 1 }, undefined, '仅剩1个名额', 'only 1 use left'],
  [{ uses: 101, customerUses: 2 }, undefined, '您还可用2次', '2 uses left for you'],
  [{ stock: 3, uses: 1, customerUses: 1 }, 'piece', '仅剩3件', 'only 3 pieces left'],
  [{ customerUses: 11, budget: 1 }, undefined, undefined, undefined],
])('of %j sold by %s it says %s', (left, soldBy, zh, en) => {
  expect([leftSentence(left, soldBy, 'zh'), leftSentence(left, soldBy, 'en')]).toEqual([zh, en]);
});
