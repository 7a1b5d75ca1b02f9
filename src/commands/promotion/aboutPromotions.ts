import { promotionAggregate } from '../../domain/promotion/stream.js';

/** What all commands about promotions have in common. */
export const aboutPromotions = {
  roles: ['operator'],
  aggregate: promotionAggregate,
  target: ({ promotion }: { readonly promotion: string }) => promotion,
} as const;
