import type { Aggregate } from '../kernel/decider.js';
import type { PromotionEvent } from './events.js';
import { evolvePromotion, noPromotion, type Promotion } from './state.js';

export const promotionAggregate: Aggregate<Promotion, PromotionEvent> = {
  category: 'promotion',
  initial: noPromotion,
  evolve: evolvePromotion,
};
