import { z } from 'zod';
import { instant } from '../../../commands/messageFields.js';
import { publishedType } from '../../../commands/published/publishedEvents.js';
import { MAX_EVENTS_PAGE, MAX_WAIT_SECONDS } from '../limits.js';
import { position } from '../requests/minPosition.js';
import { wholeNumber } from '../requests/pageQuery.js';

const DEFAULT_EVENTS = 100;

const types = z
  .string()
  .max(2_000)
  .transform((text) => text.split(','))
  .refine(
    (names) => names.every((name) => publishedType(name)),
    'must be types that /schemas lists, separated by commas',
  );

/** Which events, from where. */
export const eventsQuery = z.strictObject({
  after: position.default('0').meta({ description: 'The position of the last event you have; 0: from the first' }),
  type: types.optional().meta({
    type: 'string',
    description: 'Only these types, separated by commas',
    example: 'orchard.promotion-published.v1',
  }),
  subject: z
    .string()
    .regex(/^[a-zA-Z]{1,40}\/[A-Za-z0-9_.]{1,80}$/, 'must be a kind and an id, such as promotion/autumn_100_20')
    .optional()
    .meta({ description: 'Only what is about this', example: 'promotion/autumn_100_20' }),
  since: instant.optional().meta({ description: 'Only what was recorded at this instant or later' }),
  until: instant.optional().meta({ description: 'Only what was recorded before this instant' }),
  limit: wholeNumber(1, MAX_EVENTS_PAGE)
    .default(DEFAULT_EVENTS)
    .meta({
      description: `Events an answer, at most ${MAX_EVENTS_PAGE}; not for text/event-stream`,
      default: DEFAULT_EVENTS,
    }),
  wait: wholeNumber(0, MAX_WAIT_SECONDS)
    .default(0)
    .meta({ description: 'Seconds to wait for the next event when there is none yet', default: 0 }),
});

export type EventsQuery = z.infer<typeof eventsQuery>;
