import type { ConfirmChannel, Replies } from 'amqplib';
import type { Position, StoredEvent } from '../../commands/eventStore.js';
import { streamParts } from '../../domain/kernel/stream.js';
import { ConfirmedPrefix } from './confirmedPrefix.js';
import { BusUnavailable } from './connection.js';
import { eventContent } from './eventMessage.js';
import { HEARTBEAT, placeHeaders } from './place.js';
import { type PublishedMessage, publishedMessage } from './publishedMessage.js';
import { routingKeyOf, type Subscriber, type Topology } from './topology.js';

/** Events that may be on their way unconfirmed. */
const WINDOW = 1_000;
/** A confirm or answer that takes longer may never come. */
const ANSWER_MILLIS = 5_000;
/** A queue in which more wait hears how far the log is from those. */
const BACKLOG = 1_000;
const NOTHING = Buffer.alloc(0);

/**
 * What one channel publishes, from a position on. Its first failure ends it: nobody knows then what arrived, and the
 * next one starts from what is confirmed.
 */
export class RelaySession {
  readonly #prefix: ConfirmedPrefix;
  readonly #ended = new AbortController();
  /** Of each subscriber the position it was told last. */
  readonly #told: Map<string, Position>;
  /** Subscribers to whom a heartbeat says something. */
  readonly #hearing = new Set<string>();
  readonly #full = new Set<string>();
  readonly #failed: Promise<never>;
  #reached: Position;
  #wake: () => void = () => {};

  constructor(
    private readonly channel: ConfirmChannel,
    private readonly topology: Topology,
    from: Position,
    private readonly clock: () => number,
  ) {
    this.#prefix = new ConfirmedPrefix(from);
    this.#failed = new Promise((_, reject) => {
      this.ended.addEventListener('abort', () => reject(this.ended.reason), { once: true });
    });
    this.#failed.catch(() => {});
    this.#reached = from;
    this.#told = new Map(topology.subscribers.map(({ name }) => [name, from]));
    channel.on('return', ({ fields }) =>
      this.#fail(`no queue is bound to ${fields.exchange} for ${fields.routingKey}`),
    );
    channel.once('close', () => this.#fail('the channel to RabbitMQ closed'));
  }

  /** Everything up to here is confirmed; it stands still once the session has ended. */
  get confirmed(): Position {
    return this.#prefix.position;
  }

  /** Aborts with the first failure as its reason, a BusUnavailable. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  /** Publishes events in order, as far as the window has room. @throws BusUnavailable */
  async publish(events: readonly StoredEvent[]): Promise<void> {
    for (const event of events) {
      while (this.#prefix.waiting >= WINDOW) await this.#untilConfirmed();
      this.#ended.signal.throwIfAborted();
      this.#send(event);
    }
  }

  /** Tells those who listen how far the log is relayed, as far as they do not know. */
  beat({ all }: { readonly all: boolean }): void {
    if (this.#ended.signal.aborted) return;
    for (const name of this.#hearing) {
      if (!all && this.#told.get(name) === this.#reached) continue;
      const headers = placeHeaders(this.#reached, { [name]: this.#told.get(name)! });
      const options = { type: HEARTBEAT, headers, mandatory: true };
      this.channel.publish('', this.topology.queueOf(name), NOTHING, options);
      this.#told.set(name, this.#reached);
    }
  }

  /** Looks after the queues, and after confirms that do not come. @throws BusUnavailable */
  async check(): Promise<void> {
    const { waitingSince } = this.#prefix;
    if (waitingSince !== null && this.clock() - waitingSince > ANSWER_MILLIS) {
      this.#fail(`RabbitMQ confirmed nothing for ${ANSWER_MILLIS} ms; is it blocked by an alarm for memory or disk?`);
    }
    this.#ended.signal.throwIfAborted();
    for (const { name } of this.topology.subscribers) {
      const { messageCount, consumerCount } = await this.#looked(this.topology.queueOf(name));
      set(this.#hearing, name, consumerCount > 0 && messageCount < BACKLOG);
      // Once full it takes nothing until a fifth is gone.
      set(this.#full, name, messageCount > this.topology.mostWaiting * 0.75);
    }
  }

  /** A server that is blocked by an alarm keeps the connection and answers nothing. */
  async #looked(queue: string): Promise<Replies.AssertQueue> {
    const late = setTimeout(() => this.#fail(`RabbitMQ did not answer for ${ANSWER_MILLIS} ms`), ANSWER_MILLIS);
    try {
      return await Promise.race([this.channel.checkQueue(queue), this.#failed]);
    } finally {
      clearTimeout(late);
    }
  }

  #send(event: StoredEvent): void {
    const published = publishedMessage(event);
    const { category } = streamParts(event.stream);
    const takers = this.topology.subscribers.filter((subscriber) => subscriber.category === category);
    const confirm = this.#prefix.send(event.position, this.clock());
    let missing = (published ? 1 : 0) + (takers.length > 0 ? 1 : 0);
    const oneConfirmed = () => {
      missing--;
      if (missing > 0) return;
      confirm();
      this.#wake();
    };
    this.#reached = event.position;
    if (missing === 0) confirm();
    if (published) this.#publish(published, oneConfirmed);
    if (takers.length > 0) this.#tell(event, takers, oneConfirmed);
  }

  /** To the subscribers, each of which hears what it was told before. */
  #tell(event: StoredEvent, takers: readonly Subscriber[], confirmed: () => void): void {
    const previous = Object.fromEntries(takers.map(({ name }) => [name, this.#told.get(name)!]));
    for (const { name } of takers) this.#told.set(name, event.position);
    const options = {
      persistent: true,
      mandatory: true,
      contentType: 'application/cloudevents+json',
      messageId: event.id,
      type: event.type,
      headers: placeHeaders(event.position, previous),
    };
    const { category } = streamParts(event.stream);
    const key = routingKeyOf(category, event.type);
    this.channel.publish(this.topology.events, key, eventContent(event), options, (error) => {
      if (this.#ended.signal.aborted) return;
      // A full queue's subscriber finds the gap and reads the log: it must not hold up all others.
      if (error && !takers.some(({ name }) => this.#full.has(name))) return this.#fail('RabbitMQ refused a message');
      confirmed();
    });
  }

  /** To others. Whose queue refuses it has chosen to miss it: nobody else waits for that. */
  #publish({ routingKey, content, options }: PublishedMessage, confirmed: () => void): void {
    this.channel.publish(this.topology.published, routingKey, content, options, () => {
      if (!this.#ended.signal.aborted) confirmed();
    });
  }

  #untilConfirmed(): Promise<void> {
    this.#ended.signal.throwIfAborted();
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  #fail(why: string): void {
    this.#ended.abort(new BusUnavailable(why));
    this.#wake();
  }
}

function set(names: Set<string>, name: string, isIn: boolean): void {
  if (isIn) names.add(name);
  else names.delete(name);
}
