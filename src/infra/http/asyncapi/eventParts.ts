import { cloudEventSchema } from '../../../commands/published/cloudEvent.js';
import { PUBLISHED_KEYS } from '../../../commands/published/publishedEvents.js';
import type { DocumentParts } from './commandParts.js';
import type { SchemaPool } from './schemaPool.js';

/** What is told to others, by the exchange they bind their queues to. */
export function eventParts(exchange: string, pool: SchemaPool): DocumentParts {
  const parts: DocumentParts = { channels: {}, operations: {}, messages: {} };
  for (const { key, event } of PUBLISHED_KEYS) {
    const name = event.type.replaceAll('.', '-');
    parts.messages[name] = {
      name: event.type,
      title: event.about,
      contentType: 'application/cloudevents+json',
      payload: pool.of(cloudEventSchema.extend({ data: event.data }).meta({ id: event.type })),
      bindings: { amqp: { contentEncoding: 'utf-8', messageType: event.type } },
    };
    parts.channels[name] = {
      address: key,
      messages: { [name]: { $ref: `#/components/messages/${name}` } },
      bindings: { amqp: { is: 'routingKey', exchange: { name: exchange, type: 'topic', durable: true } } },
    };
    parts.operations[name] = {
      action: 'send',
      summary: event.about,
      channel: { $ref: `#/channels/${name}` },
      messages: [{ $ref: `#/channels/${name}/messages/${name}` }],
    };
  }
  return parts;
}
