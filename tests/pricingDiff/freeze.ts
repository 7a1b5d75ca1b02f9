import { parseArgs } from 'node:util';
import { wholeNumber } from '../soak/wholeNumber.js';
import { CORPUS, writeCorpus } from './corpus.js';
import { freezeQuote } from './freezeQuote.js';
import type { FrozenQuote } from './frozenQuote.js';

/** `npm run pricing-diff:freeze -- [--quotes N] [--seed S] [--out FILE]`: writes a corpus as the engine prices today. */
async function main(args: string[]): Promise<void> {
  const options = { quotes: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } } as const;
  const { values } = parseArgs({ args, options });
  const wanted = wholeNumber(values.quotes ?? '2000', 'quotes');
  const first = wholeNumber(values.seed ?? '1', 'seed');
  const quotes: FrozenQuote[] = [];
  for (let seed = first; quotes.length < wanted; seed++) {
    const frozen = await freezeQuote(seed);
    if (frozen) quotes.push(frozen);
  }
  writeCorpus(quotes, values.out ?? CORPUS);
  console.log(`${quotes.length} quotes from seed ${first} in ${values.out ?? CORPUS}`);
}

await main(process.argv.slice(2));
