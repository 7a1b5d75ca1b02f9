import { z } from 'zod';
import { quoteRequest } from '../../../commands/quote/quoteMessage.js';
import { REASONS } from '../../../domain/pricing/quote.js';
import { sentenceSchema } from '../routes/sentence.js';

const fen = z.int().meta({ description: 'Fen' });
const instant = z.string().meta({ format: 'date-time' });
const facts = z.record(z.string(), z.unknown());
export const shortfallSchema = z
  .strictObject({ amount: fen, quantity: z.int(), grams: z.int() })
  .partial()
  .meta({ id: 'shortfall', description: 'How much more it takes: one of the three' });

const line = z
  .strictObject({
    id: z.string(),
    sku: z.string(),
    list: fen,
    discount: fen,
    pay: fen,
    shares: z.record(z.string(), fen).meta({ description: 'What each offer took off this line' }),
  })
  .meta({ id: 'quoted-line' });

const gift = z
  .strictObject({ offer: z.string() })
  .extend(
    z
      .strictObject({
        line: z.string(),
        sku: z.string(),
        quantity: z.int(),
        grams: z.int(),
        value: fen,
        points: z.int(),
        lineShares: z.record(z.string(), z.int()),
      })
      .partial().shape,
  )
  .meta({ id: 'gift' });

const left = z
  .strictObject({ stock: z.int(), uses: z.int(), customerUses: z.int(), budget: fen })
  .partial()
  .meta({ id: 'left', description: 'What was left: stock, uses, uses of this customer, budget' });

const offer = {
  offer: z.string().meta({ description: 'Id of the promotion' }),
  name: z.string(),
  kind: z.string(),
  revision: z
    .int()
    .meta({ description: 'Of the promotion, as it was priced with; -1 in a preview: it is not recorded' }),
  sentence: sentenceSchema,
  facts: facts.meta({ description: 'What it was reckoned from, enough to check by hand' }),
  left: left.optional().meta({ description: 'Only so much was left of it; placing the order decides' }),
};

const applied = z
  .strictObject({
    ...offer,
    amount: fen,
    delivery: fen,
    ungiven: fen.meta({ description: 'Part of a fixed amount that found no room' }),
    nextRung: z.strictObject({ shortfall: shortfallSchema, gives: facts }).optional(),
  })
  .meta({ id: 'applied-offer' });

const refused = z
  .strictObject({ ...offer, reason: z.enum(REASONS), shortfall: shortfallSchema.optional() })
  .meta({ id: 'refused-offer' });

/** A price with its whole explanation. */
export const priceFields = {
  list: fen,
  discount: fen,
  goods: fen,
  delivery: fen,
  pay: fen,
  lines: z.array(line),
  gifts: z.array(gift),
  applied: z.array(applied),
  refused: z.array(refused),
  proven: z
    .boolean()
    .meta({ description: 'The offers are proven best for the customer, under the policies of the shop' }),
};

/** A price that was promised. */
export const quoteFields = {
  id: z.string(),
  at: instant,
  validUntil: instant,
  currency: z.string(),
  customer: z.string().nullable(),
  ...priceFields,
  verified: z.boolean().meta({ description: 'Priced again from the log, it is what was promised, to the byte' }),
};

/** An old quote: also what was asked and which facts it rests on. */
export const explainedQuote = z
  .strictObject({
    ...quoteFields,
    request: quoteRequest,
    basis: z
      .strictObject({
        products: z.record(z.string(), z.int()),
        promotions: z.record(z.string(), z.int()),
        customer: z.int().optional(),
        orders: z.strictObject({ placed: z.int(), cancelled: z.int() }).optional(),
        remaining: z.record(z.string(), left).optional(),
        local: z.record(z.string(), z.string()),
        policies: facts,
        rules: z.record(z.string(), z.int()),
      })
      .meta({
        description: 'Revisions of what it was priced with, local times, policies, versions of the calculations',
      }),
  })
  .meta({ id: 'explained-quote' });
