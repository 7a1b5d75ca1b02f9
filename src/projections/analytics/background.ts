import type { EventStore, FoldedEvent } from '../../commands/eventStore.js';
import { decode } from '../../commands/storedEvents.js';
import { customerAggregate } from '../../domain/customer/stream.js';
import type { Aggregate, DomainEvent } from '../../domain/kernel/decider.js';
import { type StreamName, streamName } from '../../domain/kernel/stream.js';
import { factAt } from '../../domain/kernel/timeline.js';
import type { Order } from '../../domain/order/state.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { QuoteEvent, QuoteGiven } from '../../domain/quote/events.js';
import { quoteAggregate } from '../../domain/quote/stream.js';
import type { Buying } from './counted.js';

const REMEMBERED = 5_000;
const PAGE = 1_000;

/**
 * What events leave to the log before them: an order what it ordered, a quote the tier of its customer. Each is read as
 * of a revision, so the answer never changes, and remembered for the next events of the same.
 */
export class Background {
  readonly #known = new Map<string, unknown>();

  constructor(private readonly store: Pick<EventStore, 'readStream'>) {}

  /** An order as of one of its events. */
  order(stream: StreamName, revision: number): Promise<Order> {
    return this.#remembered(`${stream}@${revision}`, () => this.#asOf(orderAggregate, stream, revision));
  }

  /** Who an order's quote was for. */
  async buyingOf(shop: string, quote: string): Promise<Buying> {
    const stream = streamName(quoteAggregate.category, shop, quote);
    return this.#remembered(stream, async () => {
      const [first] = await this.store.readStream(stream, { limit: 1 });
      if (!first) throw new RangeError(`${stream} is not in the log`);
      const { data } = decode<QuoteEvent>(first);
      return this.buying(shop, data as QuoteGiven);
    });
  }

  async buying(shop: string, { request, facts, at }: QuoteGiven): Promise<Buying> {
    const channel = request.channel ?? '';
    if (request.customer === undefined || facts.customer === undefined) return { tier: '', channel };
    const revision = facts.customer;
    const stream = streamName(customerAggregate.category, shop, request.customer);
    const customer = await this.#remembered(`${stream}@${revision}`, () =>
      this.#asOf(customerAggregate, stream, revision),
    );
    return { tier: factAt(customer.tier, at) ?? '', channel };
  }

  async #asOf<State, Event extends DomainEvent>(
    { initial, evolve }: Aggregate<State, Event>,
    stream: StreamName,
    revision: number,
  ): Promise<State> {
    let state = initial;
    for (let from = 0; from <= revision; ) {
      const limit = Math.min(PAGE, revision - from + 1);
      const events: readonly FoldedEvent[] = await this.store.readStream(stream, { from, limit });
      if (events.length === 0) throw new RangeError(`${stream} ends before revision ${revision}`);
      for (const event of events) state = evolve(state, decode<Event>(event));
      from += events.length;
    }
    return state;
  }

  async #remembered<T>(key: string, read: () => Promise<T>): Promise<T> {
    if (this.#known.has(key)) return this.#known.get(key) as T;
    const value = await read();
    if (this.#known.size >= REMEMBERED) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(key, value);
    return value;
  }
}
