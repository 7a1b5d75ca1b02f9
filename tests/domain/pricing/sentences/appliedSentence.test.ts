import { expect, test } from '@jest/globals';
import type { AppliedOffer, Gift } from '../../../../src/domain/pricing/quote.js';
import { appliedSentence } from '../../../../src/domain/pricing/sentences/appliedSentence.js';

test.each<readonly [string, string, Partial<AppliedOffer>, readonly Gift[]]>([
  ['免运费8元', 'delivery of ¥8 waived', { delivery: 800 }, []],
  ['送FIG 2件', '2 pieces of FIG free', {}, [{ offer: 'p1', sku: 'FIG', quantity: 2 }]],
  [
    '已减9.90元，1件免费，送30积分',
    '¥9.90 off, 1 piece free, 30 points',
    { amount: 990 },
    [
      { offer: 'p1', line: 'a', quantity: 1 },
      { offer: 'p1', points: 30 },
    ],
  ],
  ['3斤免费', '1.5 kg free', {}, [{ offer: 'p1', line: 'a', grams: 1500 }]],
  [
    '已减5元，已达店铺最大优惠',
    '¥5 off, cut to the greatest discount of the store',
    { amount: 500, facts: { greatestDiscount: 500 } },
    [],
  ],
  [
    '已减5元，部分商品已到底价',
    '¥5 off, some goods are at their floor price',
    { amount: 500, facts: { atFloor: ['a'] } },
    [],
  ],
  [
    '已减5元，再买2件可再享8折',
    '¥5 off, buy 2 pieces more to get 20 % off',
    { amount: 500, nextRung: { shortfall: { quantity: 2 }, gives: { percentOffBp: 2000 } } },
    [],
  ],
  [
    '送7积分，再买1件可再得1件赠品',
    '7 points, buy 1 piece more to get 1 piece free',
    { nextRung: { shortfall: { quantity: 1 }, gives: { quantity: 1 } } },
    [{ offer: 'p1', points: 7 }],
  ],
])('「%s」, "%s"', (zh, en, of, gifts) => {
  const applied: AppliedOffer = {
    offer: 'p1',
    kind: 'fixed-amount',
    amount: 0,
    delivery: 0,
    ungiven: 0,
    facts: {},
    ...of,
  };
  expect([appliedSentence(applied, gifts, 'zh'), appliedSentence(applied, gifts, 'en')]).toEqual([zh, en]);
});
