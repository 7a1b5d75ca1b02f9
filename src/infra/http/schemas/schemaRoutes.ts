import { z } from 'zod';
import { cloudEventSchema } from '../../../commands/published/cloudEvent.js';
import { dataSchemaOf } from '../../../commands/published/dataSchema.js';
import { PUBLISHED_TYPES, publishedType } from '../../../commands/published/publishedEvents.js';
import { jsonAnswer } from '../apiResponse.js';
import { Problem } from '../problems/problem.js';
import { type Route, route } from '../routes/route.js';

const SCHEMA_TYPE = 'application/schema+json';
const ENVELOPE = 'cloud-event';

const index = z.strictObject({
  envelope: z.string(),
  types: z.array(z.strictObject({ type: z.string(), about: z.string(), schema: z.string() })),
});

/** What published events look like, for programs that check them. */
export function schemaRoutes(): Route[] {
  return [
    route({
      method: 'GET',
      path: '/schemas',
      summary: 'Every published event type',
      answers: [{ status: 200, about: 'What each means, and where its schema is', schema: index }],
      handle: async () =>
        jsonAnswer(200, {
          envelope: `/schemas/${ENVELOPE}`,
          types: PUBLISHED_TYPES.map(({ type, about }) => ({ type, about, schema: `/schemas/${type}` })),
        }),
    }),
    route({
      method: 'GET',
      path: '/schemas/{type}',
      summary: 'The JSON Schema of the data of a published event, or of their envelope',
      params: z.strictObject({ type: z.string().max(80) }),
      answers: [{ status: 200, about: 'JSON Schema 2020-12', mediaType: SCHEMA_TYPE, schema: z.looseObject({}) }],
      problems: ['SCHEMA_UNKNOWN'],
      handle: async ({ params: { type } }) => {
        const schema = schemaOf(type);
        if (!schema) throw new Problem('SCHEMA_UNKNOWN', 'No published event has this type.');
        return { ...jsonAnswer(200, schema), contentType: `${SCHEMA_TYPE}; charset=utf-8` };
      },
    }),
  ];
}

function schemaOf(type: string): unknown {
  if (type === ENVELOPE) return z.toJSONSchema(cloudEventSchema, { io: 'input' });
  const published = publishedType(type);
  return published && dataSchemaOf(published);
}
