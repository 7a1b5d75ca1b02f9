import type { MessageProperties } from 'amqplib';
import { z } from 'zod';
import type { Position } from '../../commands/eventStore.js';

/** The type of a message that carries no event, only how far the log is relayed. */
export const HEARTBEAT = 'orchard.heartbeat';

/** What a message tells a subscriber of the log. It is true of the log itself, whatever became of other messages. */
export interface Place {
  readonly position: Position;
  /** Nothing that concerns the subscriber is in the log between here and the position. */
  readonly previous: Position;
}

const positionText = z.string().regex(/^\d{1,40}$/, 'is no position');
const headers = z.object({ position: positionText, previous: z.record(z.string(), positionText) });

/** Headers of a message; the position before it differs from subscriber to subscriber. */
export function placeHeaders(position: Position, previous: Readonly<Record<string, Position>>) {
  return { position, previous } satisfies z.infer<typeof headers>;
}

/** Where a message stands for a subscriber. @throws Error when it does not say. */
export function placeOf(properties: MessageProperties, subscriber: string): Place {
  const { position, previous } = headers.parse(properties.headers);
  const before = Object.hasOwn(previous, subscriber) ? previous[subscriber] : undefined;
  if (before === undefined) throw new Error(`says nothing of what came before it for ${subscriber}`);
  return { position, previous: before };
}
