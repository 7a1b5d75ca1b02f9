import { localId } from '../messageFields.js';

/**
 * The most characters of a new promotion's id: `shop.promotion.budget`, the longest id of a stream made of it, keeps
 * within 80 (DESIGN §5). Promotions that were drafted with longer ids live on.
 */
export const MAX_PROMOTION_ID = 56;

export const newPromotionId = localId.max(
  MAX_PROMOTION_ID,
  `must be at most ${MAX_PROMOTION_ID} characters: the ids of its allowances are made of it`,
);
