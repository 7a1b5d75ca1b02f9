import { expect, test } from '@jest/globals';
import type { RefusedOffer } from '../../../../src/domain/pricing/quote.js';
import { refusedSentence } from '../../../../src/domain/pricing/sentences/refusedSentence.js';

type Why = Pick<RefusedOffer, 'reason'> & Partial<RefusedOffer>;

test.each<readonly [string, string, Why]>([
  [
    '再买1件即可得2件赠品',
    'Buy 1 piece more to get 2 pieces free',
    { reason: 'quantity-not-met', shortfall: { quantity: 1 }, facts: { get: { quantity: 2 } } },
  ],
  [
    '再买1斤即可得1斤赠品',
    'Buy 500 g more to get 500 g free',
    { reason: 'weight-not-met', shortfall: { grams: 500 }, facts: { grams: 500 } },
  ],
  [
    '再买5元即可享受优惠',
    'Buy ¥5 more to get the offer',
    { reason: 'threshold-not-met', shortfall: { amount: 500 }, facts: { quantity: 2, grams: 500 } },
  ],
  ['再买0件即可享受优惠', 'Buy 0 pieces more to get the offer', { reason: 'quantity-not-met' }],
  ['没有参加活动的商品', 'Nothing in the basket takes part', { reason: 'no-eligible-line' }],
  ['价格已到最低，不能再减', 'Prices are already at their lowest', { reason: 'no-room' }],
  ['活动已结束', 'It is over', { reason: 'outside-window' }],
  [
    '活动将于2026-11-23T00:00:00.000Z开始',
    'Opens 2026-11-23T00:00:00.000Z',
    { reason: 'outside-window', facts: { opens: '2026-11-23T00:00:00.000Z' } },
  ],
  [
    '活动将于2026-11-22T21:00 Asia/Shanghai开始',
    'Opens 2026-11-22T21:00 Asia/Shanghai',
    { reason: 'outside-window', facts: { opensLocal: '2026-11-22T21:00', zone: 'Asia/Shanghai' } },
  ],
  ['仅限渠道：app, h5', 'Only on app, h5', { reason: 'wrong-channel', facts: { needs: ['app', 'h5'] } }],
  ['仅限渠道：', 'Only on ', { reason: 'wrong-channel' }],
  [
    '仅限订单类型：bargain',
    'Only for orders of mode bargain',
    { reason: 'wrong-order-mode', facts: { needs: ['bargain'] } },
  ],
  ['仅限第5单', 'Only for order number 5', { reason: 'order-number', facts: { needs: 5 } }],
  ['仅限新客首单', 'Only for the first order of a new customer', { reason: 'not-new-customer' }],
  ['没有使用积分', 'No points are used', { reason: 'no-points' }],
  ['活动未启用', 'It is switched off', { reason: 'disabled' }],
  [
    '不与独享活动（p3）同享',
    'Does not combine with the exclusive offer (p3)',
    { reason: 'displaced-by-exclusive', facts: { displacedBy: 'p3' } },
  ],
  ['不与独享活动同享', 'Does not combine with the exclusive offer', { reason: 'displaced-by-exclusive' }],
  [
    '已使用更优惠的活动（p3）',
    'A better offer was taken (p3)',
    { reason: 'lost-to-better', facts: { displacedBy: 'p3' } },
  ],
  [
    '前面的活动（p3）之后不再叠加',
    'Nothing combines after the offer before it (p3)',
    { reason: 'stopped', facts: { displacedBy: 'p3' } },
  ],
  ['仅限会员：gold, jade', 'Only for gold, jade members', { reason: 'wrong-tier', facts: { needs: ['gold', 'jade'] } }],
  ['仅限人群：vip', 'Only for customers of vip', { reason: 'wrong-segment', facts: { needs: ['vip'] } }],
  ['优惠券未选用', 'The coupon was not chosen', { reason: 'not-chosen' }],
  ['名额已用完', 'Sold out', { reason: 'sold-out' }],
  ['已达每人限用次数', 'You have used it as often as you may', { reason: 'customer-limit-reached' }],
  ['活动预算不足', 'The budget of the offer does not suffice', { reason: 'budget-exceeded' }],
])('「%s」, "%s"', (zh, en, why) => {
  const refused: RefusedOffer = { offer: 'p1', kind: 'fixed-amount', facts: {}, ...why };
  expect([refusedSentence(refused, 'zh'), refusedSentence(refused, 'en')]).toEqual([zh, en]);
});
