import type { Language } from '../kind.js';
import type { AppliedOffer, Gift } from '../quote.js';
import { given, moreToBuy } from './moreToBuy.js';
import { spokenMoney, spokenSize } from './spoken.js';

/** What an offer gave, what cut it, and what more would bring, in words. `gifts` are those of the quote. */
export function appliedSentence(applied: AppliedOffer, gifts: readonly Gift[], language: Language): string {
  const mine = gifts.filter(({ offer }) => offer === applied.offer);
  const parts = [...whatItGave(applied, mine, language), ...whatCutIt(applied, language), ...next(applied, language)];
  return parts.join(language === 'zh' ? '，' : ', ');
}

function whatItGave({ amount, delivery }: AppliedOffer, gifts: readonly Gift[], language: Language): string[] {
  const parts: string[] = [];
  if (amount > 0)
    parts.push(language === 'zh' ? `已减${spokenMoney(amount, 'zh')}` : `${spokenMoney(amount, 'en')} off`);
  if (delivery > 0) {
    parts.push(
      language === 'zh' ? `免运费${spokenMoney(delivery, 'zh')}` : `delivery of ${spokenMoney(delivery, 'en')} waived`,
    );
  }
  for (const gift of gifts) {
    if (gift.points !== undefined) parts.push(language === 'zh' ? `送${gift.points}积分` : `${gift.points} points`);
    else if (gift.sku !== undefined)
      parts.push(
        language === 'zh' ? `送${gift.sku} ${spokenSize(gift, 'zh')}` : `${spokenSize(gift, 'en')} of ${gift.sku} free`,
      );
    else parts.push(language === 'zh' ? `${spokenSize(gift, 'zh')}免费` : `${spokenSize(gift, 'en')} free`);
  }
  return parts;
}

function whatCutIt({ facts, ungiven }: AppliedOffer, language: Language): string[] {
  const zh = language === 'zh';
  const parts: string[] = [];
  if (facts['cap'] !== undefined) parts.push(zh ? '已达活动封顶' : 'cut to its cap');
  if (facts['greatestDiscount'] !== undefined)
    parts.push(zh ? '已达店铺最大优惠' : 'cut to the greatest discount of the store');
  if (facts['atFloor'] !== undefined) parts.push(zh ? '部分商品已到底价' : 'some goods are at their floor price');
  if (ungiven > 0)
    parts.push(zh ? `${spokenMoney(ungiven, 'zh')}未能使用` : `${spokenMoney(ungiven, 'en')} found no room`);
  return parts;
}

function next({ nextRung }: AppliedOffer, language: Language): string[] {
  if (!nextRung) return [];
  const more = moreToBuy(nextRung.shortfall, language);
  const gives = given(nextRung.gives, language);
  return [language === 'zh' ? `再买${more}可再${gives}` : `buy ${more} more to ${gives}`];
}
