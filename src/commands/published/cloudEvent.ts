import { z } from 'zod';
import { streamParts } from '../../domain/kernel/stream.js';
import type { StoredEvent } from '../eventStore.js';
import { decode } from '../storedEvents.js';
import type { PublishedEvent } from './publishedEvent.js';
import { publishedAs } from './publishedEvents.js';

const instant = z.string().meta({ format: 'date-time' });

/** The envelope of CloudEvents 1.0 in JSON, with the extensions of Orchard. */
export const cloudEventSchema = z
  .object({
    specversion: z.literal('1.0'),
    id: z.string().meta({ description: 'UUID v7; the same event keeps it on every channel: drop what you have seen' }),
    source: z.string().meta({ format: 'uri-reference', example: '/shops/demo' }),
    type: z.string().meta({ example: 'orchard.promotion-published.v1' }),
    subject: z.string().meta({ description: 'What it is about: kind and id', example: 'promotion/autumn_100_20' }),
    time: instant.meta({ description: 'When it was recorded' }),
    datacontenttype: z.literal('application/json'),
    dataschema: z.string().meta({ format: 'uri', example: 'urn:orchard:schema:orchard.promotion-published.v1' }),
    position: z.string().meta({ description: 'Its place in the log: where to go on reading', example: '42' }),
    revision: z.int().meta({ description: 'Counts from 0 for its subject; what stays inside leaves gaps' }),
    effectivefrom: instant.meta({ description: 'From when it holds' }),
    actor: z.string().meta({ description: 'Who did it' }),
    actorrole: z.string(),
    correlation: z.string().meta({ description: 'The X-Request-Id it came by' }),
    causation: z.string().optional().meta({ description: 'The id of the event it follows from' }),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'cloud-event' });

export type CloudEvent = z.infer<typeof cloudEventSchema>;

/** The name of the JSON Schema of a public type's data; the HTTP door serves it at `/schemas/TYPE`. */
export function dataSchemaName(type: string): string {
  return `urn:orchard:schema:${type}`;
}

/** What others may read of a stored event; null: it stays inside. @throws UnknownEvent of a newer version */
export function cloudEventOf(stored: StoredEvent): CloudEvent | null {
  const published = publishedAs(stored.type);
  if (!published) return null;
  const { category, id } = streamParts(stored.stream);
  return {
    specversion: '1.0',
    id: stored.id,
    source: `/shops/${stored.shop}`,
    type: published.type,
    subject: `${category}/${id}`,
    time: stored.recordedAt,
    datacontenttype: 'application/json',
    dataschema: dataSchemaName(published.type),
    position: stored.position,
    revision: stored.revision,
    effectivefrom: stored.effectiveFrom,
    actor: stored.actor.principal,
    actorrole: stored.actor.role,
    correlation: stored.correlation,
    ...(stored.causation !== undefined && { causation: stored.causation }),
    data: publicData(published, id, stored),
  };
}

// What the schema does not name is left out by parsing: nothing gets out because somebody forgot it was there.
function publicData({ subject, data, from }: PublishedEvent, id: string, stored: StoredEvent): Record<string, unknown> {
  const inside = decode(stored).data as Readonly<Record<string, unknown>>;
  return data.parse({ ...(from ? from(inside) : inside), ...(subject !== null && { [subject]: id }) });
}
