import { parseArgs } from 'node:util';
import { price } from '../../src/domain/pricing/price.js';
import { bruteForce } from '../domain/pricing/bruteForce.js';
import { randomCase, type Sizes } from '../domain/pricing/randomCase.js';
import { Progress } from './progress.js';
import { wholeNumber } from './wholeNumber.js';

/** Mostly small, where every set is soon tried; some as large as can be tried at all. */
const SIZES: readonly Sizes[] = [
  { lines: 5, offers: 6, groups: 2 },
  { lines: 6, offers: 7, groups: 3 },
  { lines: 4, offers: 8, groups: 1 },
  { lines: 3, offers: 5, groups: 2 },
];
const LARGE: Sizes = { lines: 6, offers: 12, groups: 3 };
const LARGE_EVERY = 1_000;

/** `npm run soak:best -- --instances N [--seed S]`: the search against trying every set of offers. */
function main(args: string[]): number {
  const { values } = parseArgs({ args, options: { instances: { type: 'string' }, seed: { type: 'string' } } });
  const instances = wholeNumber(values.instances ?? '1000000', 'instances');
  const first = wholeNumber(values.seed ?? String(Date.now() % 2 ** 31), 'seed');
  console.log(`the search against every set: ${instances} instances from seed ${first}`);
  const progress = new Progress(instances);
  for (let done = 0; done < instances; done++) {
    const seed = first + done;
    const difference = differenceAt(seed);
    if (difference) {
      console.log(`seed ${seed}: ${difference}\n${done + 1} instances, 1 difference`);
      return 1;
    }
    progress.tell(done + 1, seed);
  }
  console.log(
    `${instances} instances, 0 differences (seeds ${first} to ${first + instances - 1}, ${progress.seconds()} s)`,
  );
  return 0;
}

function differenceAt(seed: number): string | undefined {
  const sizes = seed % LARGE_EVERY === 0 ? LARGE : SIZES[seed % SIZES.length]!;
  const random = randomCase(seed, sizes, {
    selection: 'best-for-customer',
    ...(seed % 5 === 0 && { groupScope: 'line' as const }),
  });
  const best = bruteForce(random);
  const quote = price(random.basket, random.offers, random.facts);
  const gifts = quote.gifts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const found = told(
    quote.pay - gifts,
    quote.applied.map(({ offer }) => offer),
  );
  const expected = told(
    best.objective,
    best.chosen.map(({ offer }) => offer.id),
  );
  if (quote.proven && found === expected) return undefined;
  return `${JSON.stringify(sizes)}: every set says ${expected}, the search ${found}${quote.proven ? '' : ', not proven'}`;
}

function told(objective: number, offers: readonly string[]): string {
  return `${objective} with ${offers.join(', ') || 'none'}`;
}

process.exitCode = main(process.argv.slice(2));
