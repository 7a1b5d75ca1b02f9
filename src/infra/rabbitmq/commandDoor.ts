import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, ConsumeMessage } from 'amqplib';
import { AnswerPublisher, AnswerRefused } from './answerPublisher.js';
import { type AnswerCommand, commandOf } from './commandMessage.js';
import { BusUnavailable, closeConnection, connectTo } from './connection.js';
import type { DeadLetters } from './deadLetters.js';
import { DELIVERIES, declareCommands, type Topology } from './topology.js';

/** Commands under way at once; as many are taken from the queue, so that none waits here for others. */
const AT_ONCE = 256;
const DRAIN_MILLIS = 10_000;

export interface CommandDoorParts {
  readonly url: string;
  readonly topology: Topology;
  readonly answer: AnswerCommand;
  readonly deadLetters: Pick<DeadLetters, 'put'>;
  readonly atOnce?: number;
}

/**
 * Carries out the commands that come over RabbitMQ. One is acknowledged when its answer is with the server: it may come
 * again, and is answered alike because its messageId is its idempotency key. What cannot be answered is put aside.
 */
export class CommandDoor {
  constructor(private readonly parts: CommandDoorParts) {}

  /**
   * Answers until the signal aborts, then finishes what is under way.
   * @throws BusUnavailable, TopologyMismatch; run it again then: what was under way comes again.
   */
  async run(signal: AbortSignal, alive: () => void, held: (why: string) => void): Promise<void> {
    const { url, topology, atOnce = AT_ONCE } = this.parts;
    // An alarm stops what a connection that publishes sends, its acknowledgements too: they have one of their own.
    const answers = await connectTo(url, 'answers');
    try {
      const publisher = await AnswerPublisher.open(answers, (why) => (why === null ? alive() : held(why)));
      const commands = await connectTo(url, 'commands');
      try {
        const channel = await commands.createChannel();
        await declareCommands(withListener(channel), topology);
        await channel.prefetch(atOnce);
        await this.#answerAll(channel, publisher, signal, alive);
      } finally {
        await closeConnection(commands);
      }
    } finally {
      await closeConnection(answers);
    }
  }

  /** Ends with the signal, or with the first failure: nobody knows then what arrived. */
  async #answerAll(
    channel: Channel,
    publisher: AnswerPublisher,
    signal: AbortSignal,
    alive: () => void,
  ): Promise<void> {
    const underWay = new Set<Promise<void>>();
    const failed = new AbortController();
    const fail = (error: unknown) => failed.abort(error);
    let isDone = false;
    channel.once('close', () => {
      if (!isDone) fail(new BusUnavailable('the channel to RabbitMQ closed'));
    });
    const take = async (message: ConsumeMessage) => {
      try {
        await this.#take(message, publisher);
        if (!failed.signal.aborted) channel.ack(message);
      } catch (error) {
        fail(error);
      }
    };
    const { consumerTag } = await channel.consume(this.parts.topology.commands, (message) => {
      if (!message) return fail(new BusUnavailable('the queue of commands was deleted, or its node went away'));
      const taking = take(message).finally(() => underWay.delete(taking));
      underWay.add(taking);
    });
    alive();
    await aborted(AbortSignal.any([signal, failed.signal]));
    const finish = async () => {
      if (failed.signal.aborted) return;
      await channel.cancel(consumerTag);
      await Promise.all(underWay);
      if (failed.signal.aborted) return;
      isDone = true;
      // The end of a connection may overtake what its channels still have to say.
      await channel.close();
    };
    const drained = new AbortController();
    const late = sleep(DRAIN_MILLIS, undefined, { signal: AbortSignal.any([failed.signal, drained.signal]) });
    await Promise.race([finish().catch(fail), late.catch(() => {})]);
    drained.abort();
    failed.signal.throwIfAborted();
  }

  /** Returns when the message can be acknowledged. */
  async #take(message: ConsumeMessage, publisher: AnswerPublisher): Promise<void> {
    const { replyTo, headers = {} } = message.properties;
    const came = Number(headers['x-delivery-count'] ?? 0);
    if (came >= DELIVERIES) return this.#putAside(message, `it came ${came + 1} times and was never answered`);
    const hasReader = typeof replyTo === 'string' && replyTo !== '';
    if (hasReader && replyTo.startsWith(`${this.parts.topology.prefix}.`)) {
      return this.#putAside(message, `its replyTo ${replyTo} is a queue of Orchard`);
    }
    const answer = await this.parts.answer(commandOf(message));
    if (!hasReader) {
      if (answer.refusal !== null) await this.#putAside(message, `no replyTo to say it to: ${answer.refusal}`);
      return;
    }
    try {
      await publisher.publish(answer, message);
    } catch (error) {
      if (!(error instanceof AnswerRefused)) throw error;
      await this.#putAside(message, error.message);
    }
  }

  #putAside(message: ConsumeMessage, reason: string): Promise<void> {
    return this.parts.deadLetters.put(this.parts.topology.commands, message, reason);
  }
}

function withListener(channel: Channel): Channel {
  // What waits hears of the loss; without a listener it would end the process.
  channel.on('error', () => {});
  return channel;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
