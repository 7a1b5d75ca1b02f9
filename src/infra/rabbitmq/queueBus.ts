import type { ConsumeMessage } from 'amqplib';
import { z } from 'zod';
import { comparePositions, type EventStore, type Position, type StoredEvent } from '../../commands/eventStore.js';
import type { Delivery, EventBus } from '../../projections/eventBus.js';
import type { DeadLetters } from './deadLetters.js';
import { eventOf } from './eventMessage.js';
import { HEARTBEAT, type Place, placeOf } from './place.js';
import { QueueReader } from './queueReader.js';
import type { SharedConnection } from './sharedConnection.js';
import { declareTopology, type Topology } from './topology.js';

const LOG_PAGE = 1_000;

export interface QueueBusParts {
  readonly connection: SharedConnection;
  readonly topology: Topology;
  readonly store: Pick<EventStore, 'readAll' | 'head'>;
  readonly deadLetters: Pick<DeadLetters, 'put'>;
}

interface Heard extends Place {
  readonly event: StoredEvent | null;
}

/**
 * The bus of one subscriber: its queue in RabbitMQ. Messages only hint at the log: old ones are dropped, and where one
 * shows that others are missing, or cannot be read, the log itself is read.
 */
export class QueueBus implements EventBus {
  #head: Position = '0';

  constructor(
    private readonly subscriber: string,
    private readonly parts: QueueBusParts,
  ) {}

  /** @throws BusUnavailable when the connection is lost: subscribe again. @throws TopologyMismatch */
  async *subscribe(after: Position, signal: AbortSignal): AsyncIterable<Delivery> {
    const { connection, topology } = this.parts;
    const channel = await connection.channel();
    // Whoever comes first declares; a queue that was deleted comes back, and what it held is in the log.
    await declareTopology(channel, topology);
    const reader = await QueueReader.open(channel, topology.queueOf(this.subscriber));
    let reached = after;
    try {
      for (let messages = await reader.next(signal); messages; messages = await reader.next(signal)) {
        for await (const delivery of this.#deliveries(await this.#readable(messages), reached)) {
          yield delivery;
          reached = delivery.position;
        }
        reader.done(messages.at(-1)!);
      }
    } finally {
      await reader.close();
    }
  }

  async *#deliveries(heard: readonly Heard[], after: Position): AsyncIterable<Delivery> {
    let events: StoredEvent[] = [];
    let reached = after;
    for (const { event, position, previous } of heard) {
      if (comparePositions(position, reached) <= 0) continue;
      if (comparePositions(previous, reached) > 0) {
        if (events.length > 0) yield { events, position: reached };
        events = [];
        for await (const missing of this.#log(reached, position)) {
          yield missing;
          reached = missing.position;
        }
        continue;
      }
      if (event) events.push(event);
      reached = position;
    }
    if (reached !== after) yield { events, position: reached };
  }

  /** The log itself, from one position to another or a little beyond. */
  async *#log(after: Position, to: Position): AsyncIterable<Delivery> {
    for (let position = after; comparePositions(position, to) < 0; ) {
      const events = await this.parts.store.readAll(position, LOG_PAGE);
      position = events.at(-1)?.position ?? to;
      yield { events, position };
    }
  }

  /** What the messages say; those that say nothing that can be believed are put aside. */
  async #readable(messages: readonly ConsumeMessage[]): Promise<readonly Heard[]> {
    const heard: Heard[] = [];
    for (const message of messages) {
      try {
        heard.push(await this.#heard(message));
      } catch (error) {
        if (!(error instanceof UnreadableMessage)) throw error;
        await this.parts.deadLetters.put(this.parts.topology.queueOf(this.subscriber), message, error.message);
      }
    }
    return heard;
  }

  async #heard(message: ConsumeMessage): Promise<Heard> {
    const heard = readMessage(message, this.subscriber);
    if (comparePositions(heard.position, this.#head) > 0) this.#head = await this.parts.store.head();
    if (comparePositions(heard.position, this.#head) <= 0) return heard;
    throw new UnreadableMessage(`it stands at position ${heard.position}, the log ends at ${this.#head}`);
  }
}

/** Says why nothing can be made of a message. */
class UnreadableMessage extends Error {
  override readonly name = 'UnreadableMessage';
}

function readMessage({ content, properties }: ConsumeMessage, subscriber: string): Heard {
  try {
    const place = placeOf(properties, subscriber);
    if (properties.type === HEARTBEAT) return { ...place, event: null };
    const event = eventOf(content);
    if (event.position !== place.position) throw new Error('its headers and its event have different positions');
    return { ...place, event };
  } catch (error) {
    throw new UnreadableMessage(whatIsWrong(error), { cause: error });
  }
}

function whatIsWrong(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error).replaceAll(/\s+/g, ' ');
  return error instanceof Error ? error.message : String(error);
}
