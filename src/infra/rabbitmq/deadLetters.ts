import type { Channel, ConfirmChannel, GetMessage, Message, Options } from 'amqplib';
import type { SharedConnection } from './sharedConnection.js';
import { declareTopology, type Topology } from './topology.js';

const QUEUE = 'orchard-queue';
const REASON = 'orchard-reason';
/** Headers that would send copies elsewhere. */
const COPIES = ['CC', 'BCC'];
const LONGEST_REASON = 500;

/** A message that was put aside, and why. */
export interface DeadLetter {
  /** Where it waited. */
  readonly queue: string;
  readonly reason: string;
  readonly messageId: string | null;
  readonly bytes: number;
}

/** Which of the dead letters are meant; nothing said: all. */
export interface LetterChoice {
  readonly queue?: string;
  readonly messageId?: string;
  readonly limit: number;
}

/** Messages that nobody could take: put aside with a reason, looked at, sent again or dropped. */
export class DeadLetters {
  #channel: Promise<ConfirmChannel> | null = null;

  constructor(
    private readonly connection: SharedConnection,
    private readonly topology: Topology,
  ) {}

  /** Puts a message aside; it is safe when this resolves, and its sender's copy can be acknowledged. */
  async put(queue: string, message: Message, reason: string): Promise<void> {
    const channel = await this.#confirming();
    const own = { [QUEUE]: queue, [REASON]: reason.slice(0, LONGEST_REASON) };
    const all = { ...withoutCopies(message.properties.headers), ...own };
    try {
      await published(channel, this.topology.dead, '', message, all);
    } catch (error) {
      // Headers that came in need not go out again: this library refuses large tables.
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
      await published(channel, this.topology.dead, '', message, own);
    }
  }

  /** The oldest first; they stay where they are. */
  list(choice: LetterChoice): Promise<readonly DeadLetter[]> {
    return this.#each(choice, async () => true);
  }

  /**
   * Sends them to where they waited, if that is a queue of ours still. Twice does no harm: what is old is passed over
   * there.
   */
  async replay(choice: LetterChoice): Promise<readonly DeadLetter[]> {
    const confirming = await this.#confirming();
    const { subscribers, queueOf, commands } = this.topology;
    const ours = new Set([commands, ...subscribers.map(({ name }) => queueOf(name))]);
    return this.#each(choice, async (channel, message, { queue }) => {
      if (!ours.has(queue)) return false;
      await published(confirming, '', queue, message, withoutDeath(message.properties.headers));
      channel.ack(message);
      return true;
    });
  }

  drop(choice: LetterChoice): Promise<readonly DeadLetter[]> {
    return this.#each(choice, async (channel, message) => {
      channel.ack(message);
      return true;
    });
  }

  async #each(
    { queue, messageId, limit }: LetterChoice,
    act: (channel: Channel, message: GetMessage, letter: DeadLetter) => Promise<boolean>,
  ): Promise<readonly DeadLetter[]> {
    const channel = await this.connection.channel();
    const chosen: DeadLetter[] = [];
    try {
      await declareTopology(channel, this.topology);
      while (chosen.length < limit) {
        const message = await channel.get(this.topology.deadLetters);
        if (!message) break;
        const letter = letterOf(message);
        if (queue !== undefined && letter.queue !== queue) continue;
        if (messageId !== undefined && letter.messageId !== messageId) continue;
        if (await act(channel, message, letter)) chosen.push(letter);
      }
      return chosen;
    } finally {
      // What was only looked at goes back to its place.
      await channel.close().catch(() => {});
    }
  }

  #confirming(): Promise<ConfirmChannel> {
    this.#channel ??= this.#open();
    return this.#channel;
  }

  async #open(): Promise<ConfirmChannel> {
    try {
      const channel = await this.connection.confirmChannel();
      channel.once('close', () => {
        this.#channel = null;
      });
      return channel;
    } catch (error) {
      this.#channel = null;
      throw error;
    }
  }
}

function letterOf({ content, properties }: Message): DeadLetter {
  const headers = properties.headers ?? {};
  const [death] = headers['x-death'] ?? [];
  return {
    queue: String(headers[QUEUE] ?? death?.queue ?? ''),
    reason: String(headers[REASON] ?? (death ? `RabbitMQ: ${death.reason}` : 'not said')),
    messageId: properties.messageId === undefined ? null : String(properties.messageId),
    bytes: content.length,
  };
}

/** Resolves when the server has it. Neither its expiry nor the name of its user goes on with a message. */
function published(
  channel: ConfirmChannel,
  exchange: string,
  routingKey: string,
  { content, properties }: Message,
  headers: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { contentType, messageId, correlationId, replyTo, type } = properties;
  const options: Options.Publish = { contentType, messageId, correlationId, replyTo, type, headers, persistent: true };
  return new Promise((resolve, reject) => {
    channel.publish(exchange, routingKey, content, options, (error) => (error ? reject(error) : resolve()));
  });
}

function withoutCopies(headers: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !COPIES.includes(name)));
}

function withoutDeath(headers: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const ofDeath = (name: string) => name === QUEUE || name === REASON || /^x-(first-|last-)?death/.test(name);
  return Object.fromEntries(Object.entries(withoutCopies(headers)).filter(([name]) => !ofDeath(name)));
}
