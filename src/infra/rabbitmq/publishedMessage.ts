import type { Options } from 'amqplib';
import type { StoredEvent } from '../../commands/eventStore.js';
import { cloudEventOf } from '../../commands/published/cloudEvent.js';
import { publishedAs, publishedKey } from '../../commands/published/publishedEvents.js';
import { streamParts } from '../../domain/kernel/stream.js';

/** An event as others read it. */
export interface PublishedMessage {
  readonly routingKey: string;
  readonly content: Buffer;
  readonly options: Options.Publish;
}

/** What others read of a stored event; null: it stays inside. @throws UnknownEvent of a newer version */
export function publishedMessage(stored: StoredEvent): PublishedMessage | null {
  const event = publishedAs(stored.type) && cloudEventOf(stored);
  if (!event) return null;
  return {
    routingKey: publishedKey(streamParts(stored.stream).category, event.type),
    content: Buffer.from(JSON.stringify(event)),
    options: {
      persistent: true,
      contentType: 'application/cloudevents+json; charset=utf-8',
      messageId: event.id,
      type: event.type,
    },
  };
}
