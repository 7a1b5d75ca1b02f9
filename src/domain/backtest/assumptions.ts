import type { Language } from '../pricing/kind.js';

export const ASSUMPTIONS = ['behaviour-fixed', 'window-ignored', 'coupon-chosen', 'limits-not-binding'] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

const WORDS: Readonly<Record<Assumption, Readonly<Record<Language, string>>>> = {
  'behaviour-fixed': {
    en: 'What customers did is held fixed: these baskets, at these instants. Real customers would buy more, less, or otherwise.',
    zh: '顾客行为按原样不变：同样的购物车、同样的时刻。真实顾客可能多买、少买或改买。',
  },
  'window-ignored': {
    en: 'The promotion counts as in force throughout: its first and last instants are ignored, its hours and days are kept.',
    zh: '按活动全程有效计算：不看起止时间，只看每周、每月和每日时段。',
  },
  'coupon-chosen': {
    en: 'Every customer counts as having chosen the coupon: nobody could choose it then.',
    zh: '按每位顾客都选用了该优惠券计算：当时它还不存在。',
  },
  'limits-not-binding': {
    en: 'Budget, uses and stock of the promotion under test never run out here; the report says what they would have needed.',
    zh: '所测活动的预算、次数和库存按用不完计算；报告另列所需数额与用完时刻。',
  },
};

/** What a backtest takes for granted, said to whoever decides by it. */
export function assumptionWords(assumption: Assumption, language: Language): string {
  return WORDS[assumption][language];
}
