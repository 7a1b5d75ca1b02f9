import { z } from 'zod';
import { CHANNELS, ORDER_MODES } from '../../domain/pricing/basket.js';
import type { QuoteRequest } from '../../domain/quote/request.js';
import { amount, customerId, grams, localId, pieces } from '../messageFields.js';

export const MAX_LINES = 200;

const line = z
  .strictObject({
    id: localId,
    sku: localId,
    quantity: pieces.optional(),
    grams: grams.optional(),
    pieces: pieces.optional().meta({ description: 'How many physical pieces were weighed' }),
    selected: z.boolean().optional().meta({ description: 'False: in the cart, not in the purchase' }),
  })
  .refine(
    (line) => (line.quantity === undefined) !== (line.grams === undefined),
    'must have quantity or grams, one of the two',
  )
  .meta({ id: 'quote-line', example: { id: '1', sku: 'fuji_apple', grams: 1500 } });

const count = z.int().min(0).max(1_000_000_000);

export const quoteRequest = z.strictObject({
  lines: z.array(line).min(1).max(MAX_LINES),
  customer: customerId.optional(),
  orders: z
    .strictObject({ placed: count, cancelled: count.optional() })
    .refine(({ placed, cancelled = 0 }) => cancelled <= placed, 'cancelled must not be more than placed')
    .optional()
    .meta({ description: 'Orders of the customer so far' }),
  channel: z.enum(CHANNELS).optional(),
  orderMode: z.enum(ORDER_MODES).optional(),
  delivery: amount.optional().meta({ description: 'Delivery fee in fen', example: 800 }),
  coupons: z.array(localId).max(100).optional().meta({ description: 'Coupon promotions the customer chose' }),
  changes: localId
    .optional()
    .meta({ description: 'The order that this would be the new quote of: what it holds counts as free' }),
  points: count.optional().meta({ description: 'Points the customer chose to use' }),
});

export const quoteMessage = quoteRequest.extend({
  quote: localId.optional().meta({ description: 'Id of the quote; default: made from the Idempotency-Key, or new' }),
});

export type QuoteMessage = QuoteRequest & { readonly quote?: string | undefined };
