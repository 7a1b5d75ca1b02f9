import { expect, test } from '@jest/globals';
import { kindNamed } from './kindNamed.js';

test.each<readonly [string, unknown, string, string]>([
  [
    'spend-threshold',
    {
      ladder: [
        { from: 10000, amountOff: 2000 },
        { from: 20050, amountOff: 5000 },
      ],
    },
    '满100元减20元，满200.50元减50元',
    '¥20 off from ¥100, ¥50 off from ¥200.50',
  ],
  [
    'spend-threshold',
    { ladder: [{ from: 10000, amountOff: 2000 }], repeat: 'greedy' },
    '满100元减20元，可累计',
    '¥20 off from ¥100, repeating',
  ],
  ['spend-threshold', { every: 10000, amountOff: 2000 }, '每满100元减20元', '¥20 off every ¥100'],
  [
    'spend-threshold',
    { every: 10000, amountOff: 2000, maxRepeats: 3 },
    '每满100元减20元，最多3次',
    '¥20 off every ¥100, at most 3 times',
  ],
  ['percentage', { percentOffBp: 1500 }, '8.5折', '15 % off'],
  ['percentage', { percentOffBp: 10000 }, '免费', 'free'],
  ['percentage', { percentOffBp: 2000, maxUnits: 2 }, '8折，每种最多2件', '20 % off, at most 2 pieces a line'],
  [
    'percentage',
    {
      ladder: [
        { fromQuantity: 1, percentOffBp: 1000 },
        { fromQuantity: 5, percentOffBp: 2000 },
      ],
    },
    '满1件9折，满5件8折',
    '10 % off from 1 piece, 20 % off from 5 pieces',
  ],
  ['nth-item', { nth: 3, percentOffBp: 10000 }, '第3件免费', 'one of every 3 pieces: free'],
  [
    'nth-item',
    { nth: 2, percentOffBp: 5000, unitGrams: 500 },
    '每2份（1斤）中一份5折',
    'one of every 2 blocks of 500 g: 50 % off',
  ],
  [
    'buy-x-get-y',
    { buy: { grams: 1000 }, get: { quantity: 2, placement: 'added', sku: 'FIG' } },
    '买2斤送2件',
    'buy 1 kg, get 2 pieces free',
  ],
  [
    'buy-x-get-y',
    {
      ladder: [
        { buy: 2, get: 1 },
        { buy: 5, get: 3 },
      ],
      placement: 'in-basket',
    },
    '买2件送1件，买5件送3件',
    'buy 2 pieces, get 1 piece free, buy 5 pieces, get 3 pieces free',
  ],
  [
    'fixed-amount',
    { amountOff: 500, maxUnits: 3 },
    '每件立减5元，每种最多3件',
    '¥5 off a piece, at most 3 pieces a line',
  ],
  ['points', { fenPerPoint: 10, maxPoints: 200 }, '每1积分抵0.10元，最多200积分', '¥0.10 a point, at most 200 points'],
])('%s %j is 「%s」, "%s"', (kind, benefit, zh, en) => {
  const { sentence } = kindNamed(kind);
  expect([sentence(benefit, 'zh'), sentence(benefit, 'en')]).toEqual([zh, en]);
});
