import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { streamName, streamParts } from '../../domain/kernel/stream.js';
import type { QuoteEvent, QuoteGiven } from '../../domain/quote/events.js';
import { type RecordDifference, recordDifference } from '../../domain/quote/recordDifference.js';
import { quoteAggregate } from '../../domain/quote/stream.js';
import { type EventStore, type Position, type StoredEvent, StoreUnavailable } from '../eventStore.js';
import type { Machine } from '../ports.js';
import { decode } from '../storedEvents.js';
import { reckonQuote } from './reckonQuote.js';
import { type FactSource, recordedSources } from './recordedSources.js';
import { recordOfReckoned } from './recordOfReckoned.js';
import { rememberedFacts } from './rememberedFacts.js';

export interface ProofDeps {
  readonly store: EventStore;
  readonly machine: Pick<Machine, 'sha256'>;
}

/** What came of pricing a recorded quote again from the log alone. */
export type QuoteVerdict = {
  readonly shop: string;
  readonly quote: string;
  readonly position: Position;
  readonly recordedAt: Instant;
} & (
  | { readonly verdict: 'equal'; readonly pay: number; readonly result: string }
  | { readonly verdict: 'different'; readonly difference: RecordDifference }
  /** It could not be priced: a fact is missing, an event is of a newer version, its data is no quote. */
  | { readonly verdict: 'unpriceable'; readonly reason: string }
);

/** One quote of a shop. @throws Rejection QUOTE_UNKNOWN; StoreUnavailable */
export async function verifyQuote(deps: ProofDeps, shop: string, id: string): Promise<QuoteVerdict> {
  const [stored] = await deps.store.readStream(streamName(quoteAggregate.category, shop, id), { limit: 1 });
  if (!stored) throw new Rejection('QUOTE_UNKNOWN', `There is no quote ${id} in shop ${shop}.`);
  return verifiedQuote(deps, stored, rememberedFacts(deps.store));
}

/** Prices a `quote-given` event again and holds the whole record against what is stored, to the byte. */
export async function verifiedQuote(deps: ProofDeps, stored: StoredEvent, facts: FactSource): Promise<QuoteVerdict> {
  const { shop, id: quote } = streamParts(stored.stream);
  const { position, recordedAt } = stored;
  const about = { shop, quote, position, recordedAt };
  try {
    const given = givenIn(stored);
    const { again, turns } = await pricedAgain(deps, shop, given, facts);
    const difference = recordDifference(given, again, turns) ?? textDifference(stored.data, again);
    if (difference) return { ...about, verdict: 'different', difference };
    return { ...about, verdict: 'equal', pay: given.amounts.pay, result: given.result };
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return { ...about, verdict: 'unpriceable', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** @throws UnknownEvent, RangeError, SyntaxError */
function givenIn(stored: StoredEvent): QuoteGiven {
  const event = decode<QuoteEvent>(stored);
  if (event.type !== 'quote-given') throw new RangeError(`${stored.stream} begins with ${event.type}, not quote-given`);
  return event.data;
}

async function pricedAgain({ store, machine }: ProofDeps, shop: string, given: QuoteGiven, facts: FactSource) {
  const sources = await recordedSources(store, shop, given, facts);
  const { quote, used, touched } = reckonQuote(given.request, sources, given.at);
  // A policy that was not there yet was reckoned by its default, which the record need not name.
  const reckoned = { quote, touched, used: { ...used, policies: given.facts.policies } };
  const again = recordOfReckoned(machine, given.request, reckoned, given.at);
  return { again, turns: quote.applied.map(({ offer }) => offer) };
}

/** The same values in other bytes: something was added that no version reads, or it was written otherwise. */
function textDifference(text: string, again: QuoteGiven): RecordDifference | undefined {
  const expected = canonicalJson(again);
  return text === expected ? undefined : { step: 'record', pointer: '', recorded: text, again: expected };
}
