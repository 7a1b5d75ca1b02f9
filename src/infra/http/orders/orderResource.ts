import { z } from 'zod';
import { own } from '../../../domain/kernel/own.js';
import { dueOf, ORDER_STEPS } from '../../../domain/order/due.js';
import { compensatedOf, ORDER_STATUSES, type Order, payOf, payOfLine } from '../../../domain/order/state.js';
import { ordersProjection } from '../../../projections/orders/ordersProjection.js';
import { inStoredOrder } from '../routes/inStoredOrder.js';
import type { Resource } from '../routes/resource.js';

const fen = z.int().meta({ description: 'Fen' });
const instant = z.string().meta({ format: 'date-time' });
const size = { quantity: z.int().optional(), grams: z.int().optional() };

const line = z
  .strictObject({
    id: z.string(),
    sku: z.string(),
    ...size,
    list: fen,
    pay: fen,
    byHand: z.boolean().meta({ description: 'Its price was set by hand' }),
    shares: z.record(z.string(), fen).meta({ description: 'What each offer took off this line, as it was promised' }),
    returned: z.int().meta({ description: 'Pieces or grams that have returned' }),
    weighed: z.int().nullable().meta({ description: 'Grams the scales said' }),
  })
  .meta({ id: 'ordered-line' });

const gift = z
  .strictObject({ offer: z.string(), returned: z.int() })
  .extend(
    z
      .strictObject({
        line: z.string(),
        sku: z.string(),
        ...size,
        value: fen,
        points: z.int(),
        lineShares: z.record(z.string(), z.int()),
      })
      .partial().shape,
  )
  .meta({ id: 'ordered-gift' });

const hold = z
  .strictObject({ allowance: z.string(), promotion: z.string(), amount: z.int(), hold: z.string() })
  .meta({ id: 'order-hold' });

const fields = {
  id: z.string(),
  status: z.enum(ORDER_STATUSES),
  customer: z.string().nullable(),
  quote: z.string().meta({ description: 'The quote whose price it has' }),
  deadline: instant.meta({ description: 'Until when it can be paid' }),
  placedAt: instant.nullable(),
  lines: z.array(line),
  gifts: z.array(gift),
  delivery: fen,
  pay: fen,
  gave: z.record(z.string(), fen).meta({ description: 'What each offer gave, on goods and delivery' }),
  holds: z.array(hold).meta({ description: 'What it took of allowances' }),
  lost: z
    .array(z.string())
    .meta({ description: 'Allowances it could not confirm: the shop keeps these promises itself' }),
  payment: z.string().nullable(),
  refunded: fen.meta({ description: 'Sum of all refunds; a negative one is what the customer came to owe' }),
  debt: fen.meta({ description: 'What of that the customer still owes' }),
  compensated: fen.meta({ description: 'What was paid back because its quote was corrected' }),
  due: z
    .strictObject({ step: z.enum(ORDER_STEPS), at: instant })
    .nullable()
    .meta({ description: 'What follows by itself' }),
};

/** An order as callers see it. */
export const orderResource: Resource<Order> = {
  name: 'order',
  path: '/v1/orders',
  idName: 'id',
  projection: ordersProjection,
  unknown: 'ORDER_UNKNOWN',
  fields,
  show: (id, order) => {
    const { ordered, gone, account } = order;
    return inStoredOrder({
      id,
      status: order.status,
      customer: order.customer,
      quote: ordered.quote,
      deadline: order.deadline,
      placedAt: order.placedAt,
      lines: ordered.lines.map(({ floor: _, ...line }) => ({
        ...line,
        pay: payOfLine(order, line as never),
        byHand: own(order.byHand, line.id) !== undefined,
        returned: own(gone.lines, line.id) ?? 0,
        weighed: own(gone.weighed, line.id) ?? null,
      })),
      gifts: ordered.gifts.map((gift) => ({ ...gift, returned: own(gone.gifts, gift.offer) ?? 0 })),
      delivery: ordered.delivery,
      pay: payOf(order),
      gave: ordered.gave,
      holds: order.holds.map(({ allowance, amount, hold, terms }) => ({
        allowance,
        promotion: terms.source.promotion,
        amount,
        hold,
      })),
      lost: order.lost,
      payment: order.payment,
      refunded: account.refunded,
      debt: account.debt,
      compensated: compensatedOf(order),
      due: dueOf(order),
    });
  },
};
