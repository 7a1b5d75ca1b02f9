import { z } from 'zod';
import { type PublishedEvent, published } from './publishedEvent.js';

const terms = {
  unit: z.enum(['uses', 'money', 'stock']),
  total: z.int().nullable().meta({ description: 'null: no limit over all customers' }),
  perCustomer: z.int().optional(),
  promotion: z.string(),
};
const named = ({ source, ...stored }: Readonly<Record<string, unknown>>) => ({
  ...stored,
  promotion: (source as { readonly promotion: string }).promotion,
});

/** How much there is of what promotions limit. Single holds stay inside: there is one for every order in a flash sale. */
export const ALLOWANCE_EVENTS: Readonly<Record<string, PublishedEvent>> = {
  'allowance-opened': published('allowance', 'allowance-opened', 'So much may be taken.', terms, named),
  'allowance-adjusted': published('allowance', 'allowance-adjusted', 'So much may be taken from now on.', terms, named),
};
