import type { Instant } from '../../domain/kernel/instant.js';
import { streamName, streamParts } from '../../domain/kernel/stream.js';
import { quoteAggregate } from '../../domain/quote/stream.js';
import { comparePositions, type EventStore, type Position, START, type StoredEvent } from '../eventStore.js';
import type { OrderRange } from './backtestMessage.js';

/** The store lets others have a turn after each. */
const PAGE = 512;
/** Quotes are taken within minutes; one that was forgotten is read from its stream. */
const MOST_QUOTES = 5_000;

/** A placed order as it lies in the log, not yet read. */
export interface StoredOrder {
  readonly order: string;
  readonly placedAt: Instant;
  readonly quote: string;
  /** Its `quote-given`; undefined: the log does not have it. */
  readonly given: StoredEvent | undefined;
}

export interface OrdersAsked extends OrderRange {
  readonly shop: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((reached: Position, head: Position) => void) | undefined;
}

/**
 * The orders placed in a range, in the order of the log, as they were placed: pages of them, up to where the log ends
 * when it begins. Ends early when the signal aborts.
 */
export async function* pastOrders(
  store: EventStore,
  asked: OrdersAsked,
): AsyncGenerator<readonly StoredOrder[], Position> {
  const head = await store.head();
  const reading = new OrderReading(store, asked);
  let last: readonly StoredOrder[] = [];
  let position: Position = START;
  while (comparePositions(position, head) < 0 && !asked.signal?.aborted) {
    const page = await store.readAll(position, PAGE);
    const orders: StoredOrder[] = [];
    for (const stored of page) {
      if (comparePositions(stored.position, head) > 0) break;
      position = stored.position;
      const order = await reading.next(stored);
      if (order) orders.push(order);
    }
    if (asked.last === undefined) yield orders;
    else last = [...last, ...orders].slice(-asked.last);
    asked.onProgress?.(position, head);
    if (page.length < PAGE) break;
  }
  if (last.length > 0) yield last;
  return position;
}

/** Remembers quotes and orders under way until the event that tells whether they are asked for. */
class OrderReading {
  readonly #quotes = new Map<string, StoredEvent>();
  /** The quote of each order under way. */
  readonly #placing = new Map<string, string>();

  constructor(
    private readonly store: EventStore,
    private readonly asked: OrdersAsked,
  ) {}

  async next(stored: StoredEvent): Promise<StoredOrder | undefined> {
    if (stored.shop !== this.asked.shop) return undefined;
    switch (stored.type) {
      case 'quote-given':
        if (this.#quotes.size >= MOST_QUOTES) this.#quotes.delete(this.#quotes.keys().next().value!);
        this.#quotes.set(stored.stream, stored);
        return undefined;
      case 'order-placing':
        this.#placing.set(stored.stream, quoteIn(stored));
        return undefined;
      case 'order-refused':
        this.#placing.delete(stored.stream);
        return undefined;
      case 'order-placed':
        return this.#placed(stored);
      default:
        return undefined;
    }
  }

  async #placed({ stream, recordedAt }: StoredEvent): Promise<StoredOrder | undefined> {
    const { since, until } = this.asked;
    const quote = this.#placing.get(stream) ?? '';
    this.#placing.delete(stream);
    if ((since !== undefined && recordedAt < since) || (until !== undefined && recordedAt >= until)) return undefined;
    const { shop, id: order } = streamParts(stream);
    const quoteStream = streamName(quoteAggregate.category, shop, quote);
    const known = this.#quotes.get(quoteStream);
    this.#quotes.delete(quoteStream);
    const given = known ?? (await this.store.readStream(quoteStream, { limit: 1 }))[0];
    return { order, placedAt: recordedAt, quote, given };
  }
}

// Canonical JSON. What else it promised, its quote says too.
const QUOTE = /"quote":"([^"]*)"/;

function quoteIn({ data }: StoredEvent): string {
  return QUOTE.exec(data)?.[1] ?? '';
}
