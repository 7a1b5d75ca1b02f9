import { z } from 'zod';
import { type PublishedEvent, published } from './publishedEvent.js';

export const CUSTOMER_EVENTS: Readonly<Record<string, PublishedEvent>> = {
  'customer-registered': published('customer', 'customer-registered', 'Known under an opaque id.'),
  'customer-tier-set': published('customer', 'customer-tier-set', 'Has this member tier, from time on; null: none.', {
    tier: z.string().nullable(),
  }),
};
