import { z } from 'zod';
import { dataSchemaName } from './cloudEvent.js';
import type { PublishedEvent } from './publishedEvent.js';

/** The JSON Schema (2020-12) of a public event's data. Fields may be added to it: readers pass over what they do not know. */
export function dataSchemaOf({ type, about, data }: PublishedEvent): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(data, { io: 'input' });
  return { $schema, $id: dataSchemaName(type), title: type, description: about, ...schema };
}
