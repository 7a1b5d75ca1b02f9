import type { Language } from '../kind.js';
import type { Reason, RefusedOffer } from '../quote.js';
import { given, moreToBuy } from './moreToBuy.js';

type Say = (refused: RefusedOffer) => string;
type Said = Readonly<Record<Language, Say>>;

const listed = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));
const fact = ({ facts }: RefusedOffer, name: string): string => listed(facts[name]);
const zhBy = (refused: RefusedOffer) => (refused.facts['displacedBy'] ? `（${fact(refused, 'displacedBy')}）` : '');
const enBy = (refused: RefusedOffer) => (refused.facts['displacedBy'] ? ` (${fact(refused, 'displacedBy')})` : '');

function opens({ facts }: RefusedOffer): string | undefined {
  if (facts['opens'] !== undefined) return String(facts['opens']);
  if (facts['opensLocal'] !== undefined) return `${String(facts['opensLocal'])} ${String(facts['zone'])}`;
  return undefined;
}

const missing: Said = {
  zh: ({ shortfall = {}, facts }) => `再买${moreToBuy(shortfall, 'zh')}即可${given(facts, 'zh')}`,
  en: ({ shortfall = {}, facts }) => `Buy ${moreToBuy(shortfall, 'en')} more to ${given(facts, 'en')}`,
};

const always = (zh: string, en: string): Said => ({ zh: () => zh, en: () => en });

/** What is said for each reason. The one place where reasons become words. */
const SAID: Readonly<Record<Reason, Said>> = {
  'threshold-not-met': missing,
  'quantity-not-met': missing,
  'weight-not-met': missing,
  'no-eligible-line': always('没有参加活动的商品', 'Nothing in the basket takes part'),
  'no-room': always('价格已到最低，不能再减', 'Prices are already at their lowest'),
  'outside-window': {
    zh: (refused) => (opens(refused) ? `活动将于${opens(refused)}开始` : '活动已结束'),
    en: (refused) => (opens(refused) ? `Opens ${opens(refused)}` : 'It is over'),
  },
  'wrong-channel': {
    zh: (refused) => `仅限渠道：${fact(refused, 'needs')}`,
    en: (refused) => `Only on ${fact(refused, 'needs')}`,
  },
  'wrong-order-mode': {
    zh: (refused) => `仅限订单类型：${fact(refused, 'needs')}`,
    en: (refused) => `Only for orders of mode ${fact(refused, 'needs')}`,
  },
  'order-number': {
    zh: (refused) => `仅限第${fact(refused, 'needs')}单`,
    en: (refused) => `Only for order number ${fact(refused, 'needs')}`,
  },
  'not-new-customer': always('仅限新客首单', 'Only for the first order of a new customer'),
  'no-points': always('没有使用积分', 'No points are used'),
  disabled: always('活动未启用', 'It is switched off'),
  'displaced-by-exclusive': {
    zh: (refused) => `不与独享活动${zhBy(refused)}同享`,
    en: (refused) => `Does not combine with the exclusive offer${enBy(refused)}`,
  },
  'lost-to-better': {
    zh: (refused) => `已使用更优惠的活动${zhBy(refused)}`,
    en: (refused) => `A better offer was taken${enBy(refused)}`,
  },
  stopped: {
    zh: (refused) => `前面的活动${zhBy(refused)}之后不再叠加`,
    en: (refused) => `Nothing combines after the offer before it${enBy(refused)}`,
  },
  'wrong-tier': {
    zh: (refused) => `仅限会员：${fact(refused, 'needs')}`,
    en: (refused) => `Only for ${fact(refused, 'needs')} members`,
  },
  'wrong-segment': {
    zh: (refused) => `仅限人群：${fact(refused, 'needs')}`,
    en: (refused) => `Only for customers of ${fact(refused, 'needs')}`,
  },
  'not-chosen': always('优惠券未选用', 'The coupon was not chosen'),
  'sold-out': always('名额已用完', 'Sold out'),
  'customer-limit-reached': always('已达每人限用次数', 'You have used it as often as you may'),
  'budget-exceeded': always('活动预算不足', 'The budget of the offer does not suffice'),
};

/** Why an offer does not apply, in words: `再买12.50元即可减20元`. */
export function refusedSentence(refused: RefusedOffer, language: Language): string {
  return SAID[refused.reason][language](refused);
}
