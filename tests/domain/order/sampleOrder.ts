import { plusMillis } from '../../../src/domain/kernel/instant.js';
import type { OrderEvent, Ordered, OrderHold } from '../../../src/domain/order/events.js';
import { NOW } from '../../deciderSpecification.js';

/** Two lines of fruit, one limited offer used once and three pieces of a flash sale. */
export const ordered: Ordered = {
  quote: 'q1',
  lines: [
    { id: '1', sku: 'fuji', grams: 1_500, list: 3_840, floor: 2_700, pay: 3_340, shares: { deal: 500 } },
    { id: '2', sku: 'kiwi', quantity: 3, list: 750, floor: 0, pay: 300, shares: { flash: 450 } },
  ],
  gifts: [],
  delivery: 800,
  pay: 4_440,
  gave: { deal: 500, flash: 450 },
};

const source = { promotion: 'deal', revision: 1 };
export const uses: OrderHold = {
  allowance: 'deal.uses',
  hold: 'o1',
  amount: 1,
  terms: { unit: 'uses', total: 5, source },
};
export const stock: OrderHold = {
  allowance: 'flash.stock',
  hold: 'o1',
  amount: 3,
  terms: { unit: 'stock', total: 10, source: { promotion: 'flash', revision: 1 } },
};

/** Placed so that NOW is this many milliseconds before its deadline. */
export const placing = (millis = 60_000, holds: readonly OrderHold[] = [uses, stock]): OrderEvent => ({
  type: 'order-placing',
  data: { customer: 'c1', ordered, holds, deadline: plusMillis(NOW, millis) },
});
export const placed: OrderEvent = { type: 'order-placed', data: { customer: 'c1' } };
export const paid: OrderEvent = {
  type: 'order-paid',
  data: { customer: 'c1', payment: 'p1', pay: 4_440, late: false },
};
export const latelyPaid: OrderEvent = {
  type: 'order-paid',
  data: { customer: 'c1', payment: 'p1', pay: 4_440, late: true },
};
export const expired: OrderEvent = { type: 'order-expired', data: { customer: 'c1' } };
export const cancelled = (refund = 0): OrderEvent => ({
  type: 'order-cancelled',
  data: { customer: 'c1', reason: '不要了', refund, afterCancel: 'reusable' },
});
export const gone = {
  code: 'LIMIT_REACHED',
  promotion: 'deal',
  allowance: 'deal.uses',
  facts: { remaining: 0 },
} as const;
