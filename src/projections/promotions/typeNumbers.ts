import type { PromotionStatus } from '../../domain/promotion/state.js';

/** `promotion.type`: 1 to 3 as the brief gave them, ours from 4. Contracts with whoever reads the table. */
export const TYPE_NUMBERS: Readonly<Record<string, number>> = {
  'spend-threshold': 1,
  percentage: 2,
  'buy-x-get-y': 3,
  'nth-item': 4,
  'flash-sale': 5,
  'member-price': 6,
  'fixed-amount': 7,
  'fixed-price': 8,
  'quantity-group': 9,
  'unit-ladder': 10,
  points: 11,
  'free-shipping': 12,
};

/** `promotion.status`: 1 is in force. */
export const STATUS_NUMBERS: Readonly<Record<PromotionStatus, number>> = {
  draft: 0,
  published: 1,
  paused: 2,
  ended: 3,
  stopped: 4,
};
