import { z } from 'zod';
import type { ApiDeps } from '../apiDeps.js';
import { JSON_TYPE, jsonAnswer } from '../apiResponse.js';
import { NDJSON_TYPE } from '../events/eventRoutes.js';
import { eventsQuery } from '../events/eventsQuery.js';
import { readFeed } from '../events/readFeed.js';
import { unknownPlace } from '../events/unknownPlace.js';
import { position } from '../requests/minPosition.js';
import { type Route, route } from '../routes/route.js';
import { loggedEventSchema, loggedEventText } from './loggedEvent.js';

const { after, limit } = eventsQuery.shape;
const page = z.strictObject({ events: z.array(loggedEventSchema), next: position });

/** The log itself, for auditors: every event of the shop as it is stored. */
export function logRoutes({ deps: { store } }: ApiDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/log',
      summary: 'Read every event of the shop as it is stored, internal ones too; /v1/events is the published form',
      query: z.strictObject({ after, limit }),
      answers: [
        { status: 200, about: 'One event a line', mediaType: 'application/x-ndjson', schema: loggedEventSchema },
        { status: 200, about: 'With Accept: application/json', schema: page },
      ],
      handle: async ({ caller: { shop }, query, accept }) => {
        const wanted = (event: Parameters<typeof loggedEventText>[0]) =>
          event.shop === shop ? loggedEventText(event) : null;
        const { events, next } = await readFeed(store, wanted, query.after, query.limit).catch(unknownPlace);
        const headers = { 'orchard-position': next };
        if (!accept.includes('application/json')) {
          return { status: 200, contentType: NDJSON_TYPE, headers, text: events.map((event) => `${event}\n`).join('') };
        }
        const text = `{"events":[${events.join(',')}],"next":${JSON.stringify(next)}}`;
        return { ...jsonAnswer(200, null, headers), contentType: JSON_TYPE, text };
      },
    }),
  ];
}
