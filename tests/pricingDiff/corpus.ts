import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson } from '../../src/domain/kernel/canonicalJson.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { type FrozenQuote, writeFacts, writeQuote } from './frozenQuote.js';

export const CORPUS = 'tests/pricingDiff/corpus.ndjson.gz';

/** The quotes of a corpus: NDJSON, compressed. */
export function readCorpus(file = CORPUS): FrozenQuote[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as FrozenQuote);
}

/** The same quotes make the same bytes. */
export function writeCorpus(quotes: readonly FrozenQuote[], file = CORPUS): void {
  const text = quotes.map((quote) => `${canonicalJson(quote)}\n`).join('');
  writeFileSync(file, gzipSync(text, { level: 9 }));
}

/** A corpus as a log, to be verified like any other. */
export async function logOf(quotes: readonly FrozenQuote[]): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  for (const quote of quotes) {
    await writeFacts(store, quote);
    await writeQuote(store, quote);
  }
  return store;
}
