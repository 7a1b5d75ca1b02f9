import { z } from 'zod';
import { type QuoteSummary, quotesProjection } from '../../../projections/quotes/quotesProjection.js';
import type { Resource } from '../routes/resource.js';

const instant = z.string().meta({ format: 'date-time' });
const fen = z.int().meta({ description: 'Fen' });

/** A quote as a list shows it. */
export const quoteSummaries: Resource<QuoteSummary> = {
  name: 'quote-summary',
  path: '/v1/quotes',
  idName: 'id',
  projection: quotesProjection,
  unknown: 'QUOTE_UNKNOWN',
  fields: {
    id: z.string(),
    at: instant,
    validUntil: instant,
    customer: z.string().nullable(),
    list: fen,
    discount: fen,
    pay: fen,
    order: z.string().nullable().meta({ description: 'The order that took it' }),
  },
  show: (id, summary) => ({ id, ...summary }),
};
