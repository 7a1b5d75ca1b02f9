import { z } from 'zod';
import type { Instant } from '../../domain/kernel/instant.js';
import type { QuoteRequest } from '../../domain/quote/request.js';
import { instant, localId } from '../messageFields.js';
import { quoteRequest } from '../quote/quoteMessage.js';

export const MAX_SKUS = 200;

const { customer, channel, orderMode, orders } = quoteRequest.shape;

/** For whom, where and what. */
export const priceListMessage = z.strictObject({
  skus: z.array(localId).min(1).max(MAX_SKUS),
  customer,
  channel,
  orderMode,
  orders,
  at: instant.optional().meta({ description: 'Any instant, past or to come; default: now' }),
});

export type PriceListMessage = Pick<QuoteRequest, 'customer' | 'channel' | 'orderMode' | 'orders'> & {
  readonly skus: readonly string[];
  readonly at?: Instant | undefined;
};
