import { z } from 'zod';
import { cloudEventSchema } from '../../../commands/published/cloudEvent.js';
import type { ApiDeps } from '../apiDeps.js';
import { type ApiResponse, JSON_TYPE } from '../apiResponse.js';
import { position } from '../requests/minPosition.js';
import { type Route, route } from '../routes/route.js';
import { eventStream } from './eventStream.js';
import { eventsQuery } from './eventsQuery.js';
import { awaitFeed, type Feed, readFeed } from './readFeed.js';
import { unknownPlace } from './unknownPlace.js';
import { wantedEvent } from './wantedEvent.js';

export const NDJSON_TYPE = 'application/x-ndjson; charset=utf-8';
const BATCH = 'application/cloudevents-batch+json';
const STREAM = 'text/event-stream';

const page = z.strictObject({ events: z.array(cloudEventSchema), next: position });

/** What happened in the caller's shop, in the form published to others, in order, from any position on. */
export function eventRoutes({ deps: { store } }: ApiDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/events',
      summary: 'Follow what happens in the shop, as CloudEvents; Orchard-Position says where to go on',
      query: eventsQuery,
      answers: [
        { status: 200, about: 'One event a line', mediaType: 'application/x-ndjson', schema: cloudEventSchema },
        { status: 200, about: 'With Accept: application/json', schema: page },
        { status: 200, about: `With Accept: ${BATCH}`, mediaType: BATCH, schema: z.array(cloudEventSchema) },
        {
          status: 200,
          about: `With Accept: ${STREAM}: for ever, as it happens; goes on after Last-Event-ID`,
          mediaType: STREAM,
          schema: z.string(),
        },
      ],
      handle: async ({ caller: { shop }, query, accept, lastEventId, gone }) => {
        const wanted = wantedEvent(shop, query);
        if (accept.includes(STREAM)) {
          const after = lastEventId ?? query.after;
          await store.readAll(after, 1).catch(unknownPlace);
          return {
            status: 200,
            contentType: STREAM,
            headers: {},
            text: '',
            stream: (ended) => eventStream(store, wanted, after, ended),
          };
        }
        const text = (event: Parameters<typeof wanted>[0]) => {
          const shown = wanted(event);
          return shown && JSON.stringify(shown);
        };
        const { after, limit, wait } = query;
        const found = await readFeed(store, text, after, limit).catch(unknownPlace);
        const waits = found.events.length === 0 && wait > 0;
        const patience = () => AbortSignal.any([gone(), AbortSignal.timeout(wait * 1_000)]);
        return answered(waits ? await awaitFeed(store, text, found.next, limit, patience()) : found, accept);
      },
    }),
  ];
}

function answered({ events, next }: Feed, accept: string): ApiResponse {
  const headers = { 'orchard-position': next };
  if (accept.includes(BATCH)) {
    return { status: 200, contentType: `${BATCH}; charset=utf-8`, headers, text: `[${events.join(',')}]` };
  }
  if (accept.includes('application/json')) {
    const text = `{"events":[${events.join(',')}],"next":${JSON.stringify(next)}}`;
    return { status: 200, contentType: JSON_TYPE, headers, text };
  }
  return { status: 200, contentType: NDJSON_TYPE, headers, text: events.map((event) => `${event}\n`).join('') };
}
