import type { Channel, ConsumeMessage } from 'amqplib';
import { BusUnavailable } from './connection.js';

/** Messages on their way to this reader or in its hands. */
const PREFETCH = 1_000;
/** One transaction's worth. */
const BATCH = 500;

/** Reads a queue in batches, as fast as its caller takes them. */
export class QueueReader {
  #waiting: ConsumeMessage[] = [];
  #failure: Error | null = null;
  #wake: () => void = () => {};

  private constructor(private readonly channel: Channel) {}

  static async open(channel: Channel, queue: string): Promise<QueueReader> {
    const reader = new QueueReader(channel);
    channel.once('close', () => reader.#fail('the channel to RabbitMQ closed'));
    await channel.prefetch(PREFETCH);
    await channel.consume(queue, (message) => {
      if (message) reader.#take(message);
      else reader.#fail(`RabbitMQ ended reading from ${queue}: it was deleted, or its node went away`);
    });
    return reader;
  }

  /** The next messages, at least one; null when the signal aborts first. @throws BusUnavailable */
  async next(signal: AbortSignal): Promise<readonly ConsumeMessage[] | null> {
    const wake = () => this.#wake();
    signal.addEventListener('abort', wake);
    try {
      for (;;) {
        if (signal.aborted) return null;
        if (this.#failure) throw this.#failure;
        if (this.#waiting.length > 0) return this.#waiting.splice(0, BATCH);
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      signal.removeEventListener('abort', wake);
    }
  }

  /** Everything up to this message is done with. */
  done(last: ConsumeMessage): void {
    if (!this.#failure) this.channel.ack(last, true);
  }

  /** What is not done goes to the next reader. */
  async close(): Promise<void> {
    await this.channel.close().catch(() => {});
  }

  #take(message: ConsumeMessage): void {
    this.#waiting.push(message);
    this.#wake();
  }

  #fail(why: string): void {
    this.#failure ??= new BusUnavailable(why);
    this.#wake();
  }
}
