import type { RejectionFacts } from '../../kernel/rejection.js';
import type { Language } from '../kind.js';
import type { Shortfall } from '../quote.js';
import { spokenMoney, spokenRate, spokenSize } from './spoken.js';

/** A shortfall in words: `12.50元`, `2件`, `3斤`. */
export function moreToBuy(shortfall: Shortfall, language: Language): string {
  return shortfall.amount !== undefined ? spokenMoney(shortfall.amount, language) : spokenSize(shortfall, language);
}

type Size = Pick<Shortfall, 'quantity' | 'grams'>;

// A step names its gift itself; a bundle that gave nothing names all it is reckoned from.
function giftIn(facts: RejectionFacts): Size | undefined {
  return [facts['get'], facts].find(isSize);
}

function isSize(fact: unknown): fact is Size {
  const { quantity, grams } = (fact ?? {}) as Readonly<Record<string, unknown>>;
  return (typeof quantity === 'number') !== (typeof grams === 'number');
}

/** What would then be given, as far as the facts say: `减20元`, `享8折`. */
export function given(facts: RejectionFacts, language: Language): string {
  const { amountOff, percentOffBp } = facts;
  if (typeof amountOff === 'number') {
    const money = spokenMoney(amountOff, language);
    return language === 'zh' ? `减${money}` : `get ${money} off`;
  }
  if (typeof percentOffBp === 'number') {
    const rate = spokenRate(percentOffBp, language);
    return language === 'zh' ? `享${rate}` : `get ${rate}`;
  }
  const gift = giftIn(facts);
  if (gift) {
    const size = spokenSize(gift, language);
    return language === 'zh' ? `得${size}赠品` : `get ${size} free`;
  }
  return language === 'zh' ? '享受优惠' : 'get the offer';
}
