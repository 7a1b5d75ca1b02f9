import type { ChannelModel, ConfirmChannel, ConsumeMessage } from 'amqplib';
import type { Answer } from './commandMessage.js';
import { BusUnavailable } from './connection.js';

/** A confirm that takes longer, with no alarm that explains it, may never come. */
const CONFIRM_MILLIS = 5_000;

/** How the library tells a refusal from a lost connection. */
const NACKED = /nacked/;

/** The queue an answer was for does not take it. */
export class AnswerRefused extends Error {
  override readonly name = 'AnswerRefused';
}

interface Waiting {
  readonly done: () => void;
  readonly fail: (error: Error) => void;
  since: number;
}

/** Publishes answers and tells when the server has them. While an alarm holds publishers back, it waits. */
export class AnswerPublisher {
  readonly #waiting = new Set<Waiting>();
  #failure: Error | null = null;

  private constructor(private readonly channel: ConfirmChannel) {}

  /** `held` hears why the server holds publishers back, and null when it does no longer. */
  static async open(connection: ChannelModel, held: (why: string | null) => void): Promise<AnswerPublisher> {
    const channel = await connection.createConfirmChannel();
    channel.on('error', () => {});
    const publisher = new AnswerPublisher(channel);
    let blocked = false;
    connection.on('blocked', (reason: unknown) => {
      blocked = true;
      held(
        `RabbitMQ holds back all that is published (${reason}): free memory or disk there, answers go on by themselves`,
      );
    });
    connection.on('unblocked', () => {
      blocked = false;
      publisher.#startAgain();
      held(null);
    });
    const watch = setInterval(() => {
      if (!blocked) publisher.#failLate();
    }, 1_000);
    channel.once('close', () => {
      clearInterval(watch);
      publisher.#fail(new BusUnavailable('the channel to RabbitMQ closed'));
    });
    return publisher;
  }

  /** Resolves when the server has it. @throws AnswerRefused; BusUnavailable: nobody knows whether it has. */
  publish(answer: Answer, { properties }: ConsumeMessage): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    const { replyTo, correlationId, type } = properties;
    const options = {
      persistent: true,
      contentType: answer.contentType,
      ...(correlationId !== undefined && { correlationId }),
      ...(type !== undefined && { type }),
      headers: { ...answer.headers, status: answer.status },
    };
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { done: resolve, fail: reject, since: Date.now() };
      this.#waiting.add(waiting);
      this.channel.publish('', replyTo, Buffer.from(answer.text), options, (error) => {
        this.#waiting.delete(waiting);
        if (!error) waiting.done();
        else if (NACKED.test(error.message)) waiting.fail(new AnswerRefused(`the queue ${replyTo} took no answer`));
        else waiting.fail(new BusUnavailable('the connection was lost before an answer was confirmed'));
      });
    });
  }

  #startAgain(): void {
    for (const waiting of this.#waiting) waiting.since = Date.now();
  }

  #failLate(): void {
    const [oldest] = this.#waiting;
    if (!oldest || Date.now() - oldest.since <= CONFIRM_MILLIS) return;
    this.#fail(new BusUnavailable(`RabbitMQ confirmed no answer for ${CONFIRM_MILLIS} ms`));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { fail } of this.#waiting) fail(this.#failure);
    this.#waiting.clear();
  }
}
