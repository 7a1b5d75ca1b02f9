import type { Options } from 'amqplib';
import type { StoredEvent } from '../../commands/eventStore.js';
import { cloudEventOf } from '../../commands/published/cloudEvent.js';
import { publishedAs } from '../../commands/published/publishedEvents.js';
import { streamParts } from '../../domain/kernel/stream.js';

/** An event as others read it. */
export interface PublishedMessage {
  readonly routingKey: string;
  readonly content: Buffer;
  readonly options: Options.Publish;
}

const COMMON = /^orchard\./;

/** `promotion.promotion-published.v1`: bind `promotion.#` for all about promotions, `*.order-paid.*` for one type. */
export function publishedKey(category: string, type: string): string {
  return `${category}.${type.replace(COMMON, '')}`;
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
