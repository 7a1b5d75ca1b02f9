import { dueOf } from '../../domain/order/due.js';
import { type Order, payOf } from '../../domain/order/state.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { Projection } from '../projection.js';
import { snapshotOf } from '../snapshotOf.js';
import { isAlarming } from './lostHolds.js';

/** Which orders there are, whose, in what state, and when something of them is due. */
export const ordersProjection: Projection<Order> = {
  name: 'orders',
  version: 2,
  category: orderAggregate.category,
  evolve: snapshotOf(orderAggregate),
  table: {
    name: 'customer_order',
    columns: {
      customer: 'text',
      status: 'text',
      quote: 'text',
      placed_at: 'text',
      deadline: 'text',
      pay: 'integer',
      refunded: 'integer',
      debt: 'integer',
      lost_holds: 'integer',
      due_step: 'text',
      due_at: 'text',
    },
    records: ({ document }) => {
      const due = dueOf(document);
      return [
        {
          customer: document.customer,
          status: document.status,
          quote: document.ordered.quote,
          placed_at: document.placedAt,
          deadline: document.deadline,
          pay: payOf(document),
          refunded: document.account.refunded,
          debt: document.account.debt,
          lost_holds: isAlarming(document) ? 1 : 0,
          due_step: due?.step ?? null,
          due_at: due?.at ?? null,
        },
      ];
    },
  },
  details: [],
};
