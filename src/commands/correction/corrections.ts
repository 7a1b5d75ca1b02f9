import type { Instant } from '../../domain/kernel/instant.js';
import type { Fen } from '../../domain/kernel/money.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { streamName, streamParts } from '../../domain/kernel/stream.js';
import { toCompensate, type Uncompensated, whyUncompensated } from '../../domain/order/compensating.js';
import { compensatedOf, type Order } from '../../domain/order/state.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { QuoteEvent, QuoteGiven } from '../../domain/quote/events.js';
import { lastWithin } from '../asOf/lastWithin.js';
import { comparePositions, type EventStore, type Position, START, type StoredEvent } from '../eventStore.js';
import { loadStream } from '../loadStream.js';
import { quoteState } from '../order/pinnedQuote.js';
import type { CommandDeps } from '../ports.js';
import { decode } from '../storedEvents.js';
import { type BackdatedFact, backdatedFacts, type FactsAsked } from './backdatedFacts.js';
import { type CorrectedDeps, CorrectedPrices } from './correctedPrices.js';

/** The store lets others have a turn after each. */
const PAGE = 512;
/** Quotes priced again for one page: most of them may turn out to cost what they cost. */
const MOST_PRICED = 2_000;

export interface CorrectionsAsked extends FactsAsked {
  /** Quotes recorded after this position. */
  readonly after?: Position | undefined;
  readonly limit: number;
}

/** A quote that would have cost something else, had what is known now been known. */
export interface CorrectedQuote {
  readonly quote: string;
  readonly at: Instant;
  readonly customer: string | null;
  readonly position: Position;
  readonly pay: Fen;
  /** What it would have cost; null: it could not have been given, `because` says why. */
  readonly due: Fen | null;
  /** `due` less `pay`. */
  readonly difference: Fen | null;
  readonly because: string | null;
  /** Positions of the facts that came too late for it. */
  readonly facts: readonly Position[];
  /** The order that stands on it. */
  readonly order: CorrectedOrder | null;
}

export interface CorrectedOrder {
  readonly id: string;
  readonly status: NonNullable<Order['status']>;
  readonly compensated: Fen;
  /** What compensating it would pay back now. */
  readonly toCompensate: Fen;
  readonly uncompensated: Uncompensated | null;
}

export interface CorrectionsPage {
  readonly facts: readonly BackdatedFact[];
  readonly quotes: readonly CorrectedQuote[];
  /** Give it as `after`; null: these were the last. */
  readonly next: Position | null;
}

/** What back-dated facts change in quotes that were given before they were recorded; nothing is changed by asking. */
export async function corrections(
  deps: CommandDeps & CorrectedDeps,
  asked: CorrectionsAsked,
): Promise<CorrectionsPage> {
  const { store, view } = deps;
  const head = await store.head();
  await view.reached(head);
  const facts = await backdatedFacts(store, asked, head);
  const prices = new CorrectedPrices(deps, asked.shop);
  const quotes: CorrectedQuote[] = [];
  let priced = 0;
  for await (const stored of quotesIn(store, asked, facts)) {
    const event = decode<QuoteEvent>(stored);
    if (event.type !== 'quote-given') continue;
    const late = facts.filter((fact) => cameTooLate(fact, stored, event.data));
    if (late.length === 0) continue;
    const quote = await corrected(deps, asked.shop, stored, event.data, prices);
    if (quote.difference !== 0) quotes.push({ ...quote, facts: late.map(({ position }) => position) });
    if (++priced === MOST_PRICED || quotes.length === asked.limit) return { facts, quotes, next: stored.position };
  }
  return { facts, quotes, next: null };
}

/** The quotes of a shop given from when the first fact holds until the last was recorded. */
async function* quotesIn(
  store: EventStore,
  { shop, after }: CorrectionsAsked,
  facts: readonly BackdatedFact[],
): AsyncGenerator<StoredEvent> {
  const last = facts.at(-1);
  if (!last) return;
  const from = facts.reduce(
    (first, { effectiveFrom }) => (effectiveFrom < first ? effectiveFrom : first),
    last.effectiveFrom,
  );
  const before = (await lastWithin(store, ({ recordedAt }) => recordedAt < from))?.position ?? START;
  for (let place = after !== undefined && comparePositions(after, before) > 0 ? after : before; ; ) {
    const page = await store.readAll(place, PAGE);
    for (const event of page) {
      if (comparePositions(event.position, last.position) >= 0) return;
      if (event.type === 'quote-given' && event.shop === shop) yield event;
    }
    if (page.length < PAGE) return;
    place = page.at(-1)!.position;
  }
}

// A promotion may touch any basket: whether it does, its price tells.
function cameTooLate(fact: BackdatedFact, stored: StoredEvent, { at, request }: QuoteGiven): boolean {
  if (fact.effectiveFrom > at || comparePositions(fact.position, stored.position) < 0) return false;
  if (fact.subject === 'product') return request.lines.some(({ sku }) => sku === fact.id);
  return fact.subject !== 'customer' || request.customer === fact.id;
}

async function corrected(
  deps: CommandDeps,
  shop: string,
  { stream, position }: StoredEvent,
  given: QuoteGiven,
  prices: CorrectedPrices,
): Promise<Omit<CorrectedQuote, 'facts'>> {
  const { id } = streamParts(stream);
  const { pay } = given.amounts;
  const about = { quote: id, at: given.at, customer: given.request.customer ?? null, position, pay };
  const { due, because } = await dueOf(given, prices);
  const difference = due === null ? null : due - pay;
  const order = difference === 0 ? null : await orderOn(deps, shop, id, due);
  return { ...about, due, difference, because, order };
}

async function dueOf(given: QuoteGiven, prices: CorrectedPrices): Promise<{ due: Fen | null; because: string | null }> {
  try {
    return { due: (await prices.priced(given)).quote.pay, because: null };
  } catch (error) {
    if (error instanceof Rejection) return { due: null, because: error.message };
    throw error;
  }
}

async function orderOn(
  deps: CommandDeps,
  shop: string,
  quote: string,
  due: Fen | null,
): Promise<CorrectedOrder | null> {
  const { taken } = await quoteState(deps, shop, quote);
  if (taken === undefined) return null;
  const stream = streamName(orderAggregate.category, shop, taken);
  const { state } = await loadStream(deps.store, orderAggregate, stream);
  if (state.status === null || state.ordered.quote !== quote) return null;
  return {
    id: taken,
    status: state.status,
    compensated: compensatedOf(state),
    toCompensate: due === null ? 0 : toCompensate(state, due),
    uncompensated: whyUncompensated(state),
  };
}
