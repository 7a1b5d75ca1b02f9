import { z } from 'zod';
import { REASONS } from '../../../domain/pricing/quote.js';
import { priceFields } from '../quotes/quoteSchemas.js';

const fen = z.int().meta({ description: 'Fen' });
const facts = z.record(z.string(), z.unknown());

const tracedLine = z.strictObject({ line: z.string(), before: fen, share: fen, after: fen, floor: fen });

const tracedStep = z
  .strictObject({
    offer: z.string(),
    kind: z.string(),
    lane: z.int(),
    priority: z.int(),
    gave: z.union([
      z.strictObject({ amount: fen, delivery: fen }),
      z.strictObject({ nothing: z.enum(REASONS).meta({ description: 'Why' }) }),
    ]),
    facts,
    lines: z.array(tracedLine),
    goods: fen,
    delivery: fen,
    giftValue: fen,
  })
  .meta({ id: 'traced-step', description: 'One offer’s turn, with running totals after it: enough to check by hand' });

export const variantSchema = z
  .strictObject({ name: z.string(), ...priceFields, trace: z.array(tracedStep).optional() })
  .meta({ id: 'previewed-variant' });

export const differenceSchema = z
  .strictObject({
    discount: fen,
    delivery: fen,
    pay: fen,
    lines: z.record(z.string(), fen).meta({ description: 'To pay for each line that differs' }),
    onlyInFirst: z.array(z.string()).meta({ description: 'Promotions that apply in the first alone' }),
    onlyInSecond: z.array(z.string()),
  })
  .meta({ id: 'preview-difference', description: 'The second less the first' });

export const previewSchema = z
  .strictObject({
    at: z.string().meta({ format: 'date-time' }),
    currency: z.string(),
    variants: z.array(variantSchema),
    difference: differenceSchema.nullable().meta({ description: 'null: there is one variant' }),
  })
  .meta({ id: 'preview' });
