import type { BuyGetBenefit, Level, Promotion } from '../goldenCase.js';
import type { Claim, Refusal } from '../outcome.js';
import { Unsupported } from '../policies.js';
import { fixedAmount } from './fixedAmount.js';
import { giftAdded, giftLadder } from './giftAdded.js';
import { giftInBasket } from './giftInBasket.js';
import { nthItem } from './nthItem.js';
import { percentage } from './percentage.js';
import { pointsAsMoney } from './pointsAsMoney.js';
import { quantityGroup } from './quantityGroup.js';
import { spendThreshold } from './spendThreshold.js';
import { unitLadder } from './unitLadder.js';
import { unitPrice } from './unitPrice.js';
import type { View } from './view.js';

export function claimOf(view: View, promotion: Promotion): Claim | Refusal {
  const level = levelOf(promotion);
  switch (promotion.kind) {
    case 'spend-threshold':
      return spendThreshold(view, promotion.benefit);
    case 'fixed-amount':
      return fixedAmount(view, promotion.benefit, level);
    case 'percentage':
      return percentage(view, promotion.benefit, level);
    case 'flash-sale':
    case 'member-price':
    case 'fixed-price':
      return unitPrice(view, promotion.benefit);
    case 'nth-item':
      return nthItem(view, promotion.benefit);
    case 'buy-x-get-y':
      return buyGet(view, promotion.benefit);
    case 'quantity-group':
      return quantityGroup(view, promotion.benefit);
    case 'unit-ladder':
      return unitLadder(view, promotion.benefit);
    case 'points':
      return pointsAsMoney(view, promotion.benefit, promotion.cap === undefined ? undefined : BigInt(promotion.cap));
    case 'free-shipping':
      return { gives: true, delivery: view.prices.delivery };
  }
}

const orderKinds = new Set(['spend-threshold', 'fixed-amount', 'percentage', 'points']);

/** Amounts and percentages have a choice of level; the texts say nothing of another level for the other kinds. */
function levelOf(promotion: Promotion): Level {
  const usual: Level = orderKinds.has(promotion.kind) ? 'order' : 'line';
  const level = promotion.level ?? usual;
  const isFree = promotion.kind === 'fixed-amount' || promotion.kind === 'percentage';
  if (!isFree && level !== usual) throw new Unsupported(`${promotion.kind} at level ${level}`);
  return level;
}

function buyGet(view: View, benefit: BuyGetBenefit): Claim | Refusal {
  if (benefit.ladder !== undefined) {
    if (benefit.placement !== 'added') throw new Unsupported('a gift ladder inside the basket');
    return giftLadder(view, benefit);
  }
  const { buy, get } = benefit;
  if (buy === undefined || get === undefined) throw new Unsupported('buy-x-get-y without buy and get');
  return get.placement === 'added' ? giftAdded(view, { buy, get, benefit }) : giftInBasket(view, { buy, get, benefit });
}
