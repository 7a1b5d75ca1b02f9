import { customerAggregate } from '../../domain/customer/stream.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { type StreamName, streamName } from '../../domain/kernel/stream.js';
import { productAggregate } from '../../domain/product/stream.js';
import { promotionAggregate } from '../../domain/promotion/stream.js';
import type { QuoteEvent } from '../../domain/quote/events.js';
import { quoteAggregate } from '../../domain/quote/stream.js';
import type { EventStore, StoredEvent } from '../eventStore.js';
import { decode } from '../storedEvents.js';

const PAGE = 1_000;

/** A quote, and every event it was reckoned from. @throws Rejection QUOTE_UNKNOWN; UnknownEvent */
export async function eventsOfQuote(store: EventStore, shop: string, quote: string): Promise<readonly StoredEvent[]> {
  const [stored] = await store.readStream(streamName(quoteAggregate.category, shop, quote), { limit: 1 });
  const given = stored && decode<QuoteEvent>(stored);
  if (given?.type !== 'quote-given') {
    throw new Rejection('QUOTE_UNKNOWN', `There is no quote ${quote} in shop ${shop}.`);
  }
  const { facts, request } = given.data;
  const revisions = (category: string, known: Readonly<Record<string, number>>) =>
    Object.entries(known).map(([id, revision]) => ({ stream: streamName(category, shop, id), revision }));
  const streams = [
    ...revisions(productAggregate.category, facts.products),
    ...revisions(promotionAggregate.category, facts.promotions),
    ...(facts.customer === undefined
      ? []
      : revisions(customerAggregate.category, { [request.customer!]: facts.customer })),
  ];
  const read = await Promise.all(streams.map(({ stream, revision }) => readUpTo(store, stream, revision)));
  return [stored!, ...read.flat()];
}

async function readUpTo(store: EventStore, stream: StreamName, revision: number): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  while (events.length <= revision) {
    const limit = Math.min(PAGE, revision + 1 - events.length);
    const page = await store.readStream(stream, { from: events.length, limit });
    events.push(...page);
    if (page.length < limit) break;
  }
  return events;
}
