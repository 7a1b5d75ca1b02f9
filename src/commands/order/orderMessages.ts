import { z } from 'zod';
import { amount, grams, localId, pieces, reason } from '../messageFields.js';
import { MAX_LINES } from '../quote/quoteMessage.js';

const orderId = localId.meta({ description: 'Id of the order', example: 'order_1' });
const customer = localId.optional().meta({ description: 'Whose order it is: the customer of the quote' });
const quote = localId.meta({ description: 'Id of the quote whose price is promised', example: 'q_1' });

export const placeMessage = z.strictObject({
  order: orderId.optional().meta({ description: 'Id of the order; default: made from the Idempotency-Key, or new' }),
  quote,
  customer,
});

export const payMessage = z.strictObject({
  order: orderId,
  payment: localId.optional().meta({ description: 'Id of the payment at whoever took it', example: 'pay_1' }),
  amount: amount.optional().meta({ description: 'Fen that were paid; another amount than due is refused' }),
});

export const cancelMessage = z.strictObject({ order: orderId, reason });

export const changeMessage = z.strictObject({ order: orderId, quote });

export const priceMessage = z.strictObject({ order: orderId, line: localId, pay: amount, reason });

export const returnMessage = z.strictObject({
  order: orderId,
  return: localId.meta({ description: 'Id of the return: asking again changes nothing', example: 'return_1' }),
  lines: z
    .array(z.strictObject({ line: localId, quantity: pieces.optional(), grams: grams.optional() }))
    .max(MAX_LINES)
    .default([]),
  gifts: z
    .array(z.strictObject({ promotion: localId, quantity: pieces.optional(), grams: grams.optional() }))
    .max(MAX_LINES)
    .default([]),
});

export const weighMessage = z.strictObject({
  order: orderId,
  lines: z
    .array(z.strictObject({ line: localId, grams }))
    .min(1)
    .max(MAX_LINES),
});

type Given<Message> = { readonly [Key in keyof Message]: Message[Key] };
export type PlaceMessage = Given<z.infer<typeof placeMessage>>;
export type PayMessage = Given<z.infer<typeof payMessage>>;
export type CancelMessage = Given<z.infer<typeof cancelMessage>>;
export type ChangeMessage = Given<z.infer<typeof changeMessage>>;
export type PriceMessage = Given<z.infer<typeof priceMessage>>;
export type ReturnMessage = Given<z.infer<typeof returnMessage>>;
export type WeighMessage = Given<z.infer<typeof weighMessage>>;
