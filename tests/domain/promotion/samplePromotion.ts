import type { PromotionEvent, PromotionTerms } from '../../../src/domain/promotion/events.js';

/** 满100减20 in the whole store, 20 to 30 November. */
export const spend100Save20: PromotionTerms = {
  name: '双十一满减',
  kind: 'spend-threshold',
  benefit: { ladder: [{ from: 10_000, amountOff: 2_000 }] },
  scope: { store: true },
  schedule: { from: '2026-11-20T00:00:00.000Z', until: '2026-11-30T00:00:00.000Z' },
};

export const drafted = (terms: PromotionTerms = spend100Save20): PromotionEvent => ({
  type: 'promotion-drafted',
  data: { terms },
});
export const revised = (terms: PromotionTerms): PromotionEvent => ({ type: 'promotion-revised', data: { terms } });
export const published: PromotionEvent = { type: 'promotion-published', data: { reason: '双十一' } };
export const paused: PromotionEvent = { type: 'promotion-paused', data: {} };
export const resumed: PromotionEvent = { type: 'promotion-resumed', data: {} };
export const ended: PromotionEvent = { type: 'promotion-ended', data: { reason: '卖完了' } };
export const stopped: PromotionEvent = { type: 'promotion-stopped', data: { reason: '标错价' } };
