import type { EventStore, ExpectedRevision } from '../eventStore.js';
import { loadStream, readOn } from '../loadStream.js';
import { compiledOffers, type OfferInForce, type OffersInForce, type RuleVersion } from '../offersInForce.js';
import { StreamFold } from '../streamFold.js';
import type { FactSource } from './recordedSources.js';

const MOST_STREAMS = 20_000;
const MOST_SNAPSHOTS = 2_000;

/** A quote names a revision that its stream does not reach. */
export class FactMissing extends Error {
  override readonly name = 'FactMissing';

  constructor(
    readonly stream: string,
    readonly recorded: number,
    readonly reached: ExpectedRevision,
  ) {
    super(
      `the quote was reckoned from ${stream} at revision ${recorded}, but the log has ` +
        (reached === 'none' ? 'no such stream' : `only revisions up to ${reached}`),
    );
  }
}

/**
 * The facts of quote after quote in the order of the log: a stream is folded on from where the quote before left it, and
 * offers that come again are compiled once. Bounded; what was forgotten is read again.
 */
export function rememberedFacts(store: EventStore): FactSource {
  // biome-ignore lint/suspicious/noExplicitAny: a stream's name says which aggregate its fold is of
  const folds = new Map<string, StreamFold<any, any>>();
  const snapshots = new Map<string, OffersInForce>();
  return {
    stateAt: async (aggregate, stream, revision) => {
      let fold = folds.get(stream);
      if (fold && fold.next > revision + 1) {
        // A quote that knew less than the one before it.
        return (await loadStream(store, aggregate, stream, revision)).state;
      }
      if (!fold) {
        fold = new StreamFold(aggregate);
        keep(folds, stream, fold, MOST_STREAMS);
      }
      await readOn(store, stream, fold, revision);
      if (fold.revision !== revision) throw new FactMissing(stream, revision, fold.revision);
      return fold.state;
    },
    compiled: (offers, ruleVersion = () => 0) => {
      const key = keyOf(offers, ruleVersion);
      const same = snapshots.get(key);
      if (same && offers.every(({ id, terms }) => same.byId.get(id)?.terms === terms)) return same;
      const compiled = compiledOffers(offers, ruleVersion);
      keep(snapshots, key, compiled, MOST_SNAPSHOTS);
      return compiled;
    },
  };
}

function keyOf(offers: readonly OfferInForce[], ruleVersion: RuleVersion): string {
  return offers.map(({ id, revision, terms }) => `${id}@${revision}/${ruleVersion(terms.kind)}`).join(' ');
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  if (map.size >= most) map.delete(map.keys().next().value!);
  map.set(key, value);
}
