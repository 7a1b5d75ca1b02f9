import { expect, test } from '@jest/globals';
import { allowanceId } from '../../../src/commands/allowance/allowanceFields.js';
import { customerAllowanceId, takesOfOffer } from '../../../src/commands/allowance/takesOfOffer.js';
import { localId } from '../../../src/commands/messageFields.js';
import { MAX_PROMOTION_ID, newPromotionId } from '../../../src/commands/promotion/newPromotionId.js';
import { streamName } from '../../../src/domain/kernel/stream.js';

const LONGEST_SHOP = 's'.repeat(16);
const limits = { maxUses: 1, budget: 1, stock: 1, perCustomer: 1 };
const use = { customer: 'ann', gave: 1, quantity: 1 };

const streamIdsOf = (promotion: string) =>
  takesOfOffer(promotion, 1, limits, use)
    .map(({ allowance }) => allowance)
    .concat(customerAllowanceId(promotion, 'c'.repeat(60)))
    .map((allowance) => streamName('', LONGEST_SHOP, allowance).slice('-'.length));

test('the streams of the longest new promotion have ids of at most 80 characters, and one of exactly 80', () => {
  const longest = 'p'.repeat(MAX_PROMOTION_ID);
  expect(newPromotionId.safeParse(longest).success).toBe(true);
  expect(Math.max(...streamIdsOf(longest).map(({ length }) => length))).toBe(80);
});

test('a longer one is refused with words', () => {
  const { error } = newPromotionId.safeParse('p'.repeat(MAX_PROMOTION_ID + 1));
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'must be at most 56 characters: the ids of its allowances are made of it',
  ]);
});

test('one that was drafted longer can still be named, and its allowances too', () => {
  const stored = 'p'.repeat(60);
  expect(localId.safeParse(stored).success).toBe(true);
  for (const { allowance } of takesOfOffer(stored, 1, limits, use)) {
    expect(allowanceId.safeParse(allowance).success).toBe(true);
  }
});
