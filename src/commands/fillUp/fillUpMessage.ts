import { z } from 'zod';
import type { QuoteRequest } from '../../domain/quote/request.js';
import { localId } from '../messageFields.js';
import { quoteRequest } from '../quote/quoteMessage.js';

/** A basket, and which step is to be reached. */
export const fillUpMessage = quoteRequest.omit({ changes: true }).extend({
  promotion: localId.optional().meta({ description: 'The promotion to reach; default: the nearest the basket misses' }),
  limit: z.int().min(1).max(20).default(5).meta({ description: 'Suggestions at most' }),
});

export type FillUpMessage = Omit<QuoteRequest, 'changes'> & {
  readonly promotion?: string | undefined;
  readonly limit: number;
};
