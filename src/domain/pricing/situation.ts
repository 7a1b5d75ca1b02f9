import type { Fen } from '../kernel/money.js';
import { mulDiv } from '../kernel/mulDiv.js';
import { WHOLE } from '../kernel/rate.js';
import type { Basket } from './basket.js';
import type { PricingFacts } from './facts.js';
import { type Purchase, purchaseOf } from './purchase.js';
import { type Running, runningAtList } from './running.js';

/** What stays the same while one basket is priced. */
export interface Situation {
  readonly purchase: Purchase;
  readonly basket: Basket;
  readonly facts: PricingFacts;
  /** The store's greatest discount on this purchase; Infinity when it has none. */
  readonly greatestDiscount: Fen;
  /** Where every set of offers starts. */
  readonly atList: Running;
}

export function situationOf(basket: Basket, facts: PricingFacts): Situation {
  const purchase = purchaseOf(basket);
  const rate = facts.policies.greatestDiscountBp;
  const greatestDiscount = rate === undefined ? Number.POSITIVE_INFINITY : mulDiv(purchase.list, rate, WHOLE, 'down');
  return { purchase, basket, facts, greatestDiscount, atList: runningAtList({ purchase, basket }) };
}
