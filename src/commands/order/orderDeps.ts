import type { HotDeps } from '../handleHot.js';
import type { QuoteDeps } from '../quote/giveQuote.js';

/** What commands about orders need: the log, what prices know, and the group commit of allowances. */
export interface OrderDeps extends QuoteDeps, HotDeps {}

/** Who may do what with orders. */
export const ORDER_ROLES = ['order-service', 'operator'] as const;
