import { z } from 'zod';
import { open, type PublishedEvent, published, reason } from './publishedEvent.js';

const terms = z
  .looseObject({ name: z.string(), kind: z.string(), benefit: open, scope: open })
  .meta({ description: 'The terms as GET /v1/promotions/{id} shows them; benefit is what its kind says' });
const why = { reason };
const perhapsWhy = { reason: reason.optional() };

export const PROMOTION_EVENTS: Readonly<Record<string, PublishedEvent>> = {
  'promotion-drafted': published('promotion', 'promotion-drafted', 'Written down; not in force.', { terms }),
  'promotion-revised': published('promotion', 'promotion-revised', 'Its terms were replaced, from time on.', {
    terms,
    ...perhapsWhy,
  }),
  'promotion-published': published('promotion', 'promotion-published', 'In force, within its schedule.', why),
  'promotion-paused': published('promotion', 'promotion-paused', 'Out of force until it is resumed.', perhapsWhy),
  'promotion-resumed': published('promotion', 'promotion-resumed', 'In force again.', perhapsWhy),
  'promotion-ended': published('promotion', 'promotion-ended', 'Over for good; quotes given before stand.', why),
  'promotion-stopped': published(
    'promotion',
    'promotion-stopped',
    'Over at once; quotes with it that are not yet orders are void.',
    why,
  ),
};
