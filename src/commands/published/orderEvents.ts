import { z } from 'zod';
import { fen, instant, ofGoods, open, type PublishedEvent, published, reason } from './publishedEvent.js';

const customer = z.string().nullable();
const line = z.object({
  id: z.string(),
  sku: z.string(),
  ...ofGoods,
  list: fen,
  pay: fen,
  shares: z.record(z.string(), fen).meta({ description: 'What each promotion took off the line' }),
});
const gift = z.object({
  offer: z.string(),
  line: z.string().optional(),
  sku: z.string().optional(),
  ...ofGoods,
  value: fen.optional(),
  points: z.int().optional(),
});
const promise = {
  quote: z.string(),
  lines: z.array(line),
  gifts: z.array(gift),
  delivery: fen,
  pay: fen,
  gave: z.record(z.string(), fen).meta({ description: 'Given by each promotion, on goods and delivery' }),
};
const refusal = { code: z.string(), promotion: z.string().optional(), facts: open };
const settled = { refund: fen, payout: fen, debt: fen };
const payment = z.string().nullable();

const promised = ({ ordered, ...order }: Readonly<Record<string, unknown>>) => ({ ...order, ...(ordered as object) });

/** What an order went through. What it holds of allowances, and the steps of holding it, stay inside. */
export const ORDER_EVENTS: Readonly<Record<string, PublishedEvent>> = {
  'order-placing': published(
    'order',
    'order-placing',
    'Asked for: these lines at these prices. It is placed or refused next.',
    { customer, deadline: instant, ...promise },
    promised,
  ),
  'order-placed': published('order', 'order-placed', 'Everything it was promised is held.', { customer }),
  'order-refused': published('order', 'order-refused', 'The promise could not be kept.', refusal),
  'order-changing': published(
    'order',
    'order-changing',
    'Asked to become these lines at these prices. It is changed, or the change refused, next.',
    promise,
    promised,
  ),
  'order-changed': published('order', 'order-changed', 'It is what it asked to become.'),
  'order-change-refused': published('order', 'order-change-refused', 'It stands as it was.', refusal),
  'line-repriced': published('order', 'line-repriced', 'The price of a line was set by hand.', {
    line: z.string(),
    pay: fen,
    reason,
  }),
  'order-paid': published('order', 'order-paid', 'Paid.', {
    customer,
    payment,
    pay: fen,
    late: z.boolean().meta({ description: 'After it had expired' }),
  }),
  'order-cancelled': published('order', 'order-cancelled', 'Cancelled; `refund` goes back.', {
    customer,
    reason,
    refund: fen,
  }),
  'order-expired': published('order', 'order-expired', 'Not paid in time.', { customer }),
  'payment-refused': published('order', 'payment-refused', 'The payment came too late and goes back.', {
    payment,
    ...refusal,
  }),
  'lines-returned': published('order', 'lines-returned', 'Goods came back and were settled.', {
    return: z.string(),
    lines: z.array(z.object({ line: z.string(), ...ofGoods, paid: fen })),
    gifts: z.array(z.object({ promotion: z.string(), ...ofGoods })),
    policy: z.string(),
    coupons: z.array(z.string()),
    ...settled,
  }),
  'lines-weighed': published('order', 'lines-weighed', 'Goods were weighed and the difference settled.', {
    lines: z.array(z.object({ line: z.string(), grams: z.int() })),
    ...settled,
  }),
  'order-compensated': published('order', 'order-compensated', 'Its price was corrected; `amount` goes back.', {
    customer,
    quote: z.string(),
    pay: fen,
    due: fen.meta({ description: 'What it would have cost' }),
    amount: fen,
    reason,
  }),
};
