import { z } from 'zod';
import type { ApiDeps } from '../apiDeps.js';
import { type ApiResponse, JSON_TYPE } from '../apiResponse.js';
import { MAX_EVENTS_PAGE, MAX_WAIT_SECONDS } from '../limits.js';
import { Problem } from '../problems/problem.js';
import { position } from '../requests/minPosition.js';
import { wholeNumber } from '../requests/pageQuery.js';
import { type Route, route } from '../routes/route.js';
import { publicEventSchema } from './publicEvent.js';
import { awaitFeed, type Feed, readFeed } from './readFeed.js';

export const NDJSON_TYPE = 'application/x-ndjson; charset=utf-8';
const DEFAULT_EVENTS = 100;

const query = z.strictObject({
  after: position.default('0').meta({ description: 'The position of the last event you have; 0: from the first' }),
  limit: wholeNumber(1, MAX_EVENTS_PAGE)
    .default(DEFAULT_EVENTS)
    .meta({ description: `Events an answer, at most ${MAX_EVENTS_PAGE}`, default: DEFAULT_EVENTS }),
  wait: wholeNumber(0, MAX_WAIT_SECONDS)
    .default(0)
    .meta({ description: 'Seconds to wait for the next event when there is none yet', default: 0 }),
});

const page = z.strictObject({ events: z.array(publicEventSchema), next: position });

/** What happened in the caller's shop, in order, from any position on. */
export function eventRoutes(api: ApiDeps): Route[] {
  const { store } = api.deps;
  return [
    route({
      method: 'GET',
      path: '/v1/events',
      summary: 'Read the log of the shop; Orchard-Position says where to go on',
      query,
      answers: [
        { status: 200, about: 'One event a line', mediaType: 'application/x-ndjson', schema: publicEventSchema },
        { status: 200, about: 'With Accept: application/json', schema: page },
      ],
      handle: async ({ caller: { shop }, query: { after, limit, wait }, accept, gone }) => {
        const found = await readFeed(store, shop, after, limit).catch(unknownPlace);
        const waits = found.events.length === 0 && wait > 0;
        const feed = waits
          ? await awaitFeed(
              store,
              shop,
              found.next,
              limit,
              AbortSignal.any([gone(), AbortSignal.timeout(wait * 1_000)]),
            )
          : found;
        return accept.includes('application/json') ? asJson(feed) : asLines(feed);
      },
    }),
  ];
}

function asLines({ events, next }: Feed): ApiResponse {
  const text = events.map((event) => `${event}\n`).join('');
  return { status: 200, contentType: NDJSON_TYPE, headers: { 'orchard-position': next }, text };
}

function asJson({ events, next }: Feed): ApiResponse {
  const text = `{"events":[${events.join(',')}],"next":${JSON.stringify(next)}}`;
  return { status: 200, contentType: JSON_TYPE, headers: { 'orchard-position': next }, text };
}

// Positions are the store's own: only it knows which are none.
function unknownPlace(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  throw new Problem('QUERY_INVALID', 'The query string has 1 fault, see errors.', {
    errors: [{ pointer: '/after', code: 'WRONG_FORMAT', detail: 'is no position of this log' }],
  });
}
