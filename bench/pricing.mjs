/**
 * npm run bench:pricing [-- --json FILE] [--quick]: quotes per second of the pricing engine, one core, in process,
 * default policies (best for the customer, proven), beside the limit: a loop written for these offers alone, which
 * gives the same result to the byte on the share of baskets printed as `limit agrees` (on the others the best set is not
 * all of them, or a reason differs). Median of interleaved rounds. Runs on the build: `npx tsc -p tsconfig.build.json` first.
 */
import { writeFileSync } from 'node:fs';
import { compileOffers, withOffer } from '../dist/domain/pricing/offerIndex.js';
import { DEFAULT_POLICIES } from '../dist/domain/pricing/policies.js';
import { priceWith } from '../dist/domain/pricing/price.js';
import { compileLimit, priceAtLimit } from './pricingLimit.mjs';
import { basketsOf, MIX, offersInForce, rivals, rivalsStoreWide } from './pricingShop.mjs';

const quick = process.argv.includes('--quick');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
const ROUNDS = quick ? 3 : 9;
// Results are kept, so that no compiler may leave the work out.
const kept = { pay: 0 };
const ROUND_MILLIS = quick ? 100 : 250;
const FACTS = { at: '2026-11-22T12:00:00.000Z', local: {}, policies: DEFAULT_POLICIES };

const CASES = [
  ...[10, 100, 1_000, 10_000].map((offers) => ({
    name: `5 lines, ${offers} offers`,
    lines: 5,
    offers: offersInForce(offers),
    baskets: basketsOf(5, offers),
  })),
  { name: '50 lines, 10000 offers', lines: 50, offers: offersInForce(10_000), baskets: basketsOf(50, 10_000) },
  {
    name: '5 lines, 1000 offers that all touch, 100 groups',
    lines: 5,
    offers: rivalsStoreWide(1_000, 100),
    baskets: basketsOf(5, 50),
  },
  { name: '10 lines, 12 rivals', lines: 10, offers: rivals(12, 0), baskets: basketsOf(10, 50), limitless: true },
  {
    name: '10 lines, 30 rivals in 5 groups',
    lines: 10,
    offers: rivals(30, 5),
    baskets: basketsOf(10, 50),
    limitless: true,
  },
].filter(({ name }) => name.includes(only));

const results = CASES.map(measure);
const compile = measureCompile();
console.log(`Mix of offers: ${MIX}`);
console.table(
  Object.fromEntries(
    results.map(({ name, lines, offers, ...figures }) => [name, { ...figures, 'of limit': ratio(figures) }]),
  ),
);
const [smallest, largest] = [results[0], results[3]];
if (largest)
  console.log(`10 offers against 10,000: ${(smallest.quotesPerSecond / largest.quotesPerSecond).toFixed(2)}`);
console.log(
  `compile 10,000 offers: ${compile.compileMillis} ms, ${compile.megabytes} MB; one changed: ${compile.changeMillis} ms`,
);
const at = process.argv.indexOf('--json');
if (at > 0) writeFileSync(process.argv[at + 1], `${JSON.stringify({ mix: MIX, cases: results, compile }, null, 2)}\n`);

function measure({ name, lines, offers, baskets, limitless }) {
  const index = compileOffers(offers);
  const limit = limitless ? undefined : compileLimit(offers);
  const quote = (basket) => priceWith(index, basket, FACTS);
  const bare = limit && ((basket) => priceAtLimit(limit, basket));
  const quotes = baskets.map(quote);
  const touched = mean(quotes.map(({ applied, refused }) => applied.length + refused.length));
  const proven = quotes.filter((of) => of.proven).length / quotes.length;
  const agrees =
    bare && baskets.filter((basket, at) => JSON.stringify(bare(basket)) === JSON.stringify(quotes[at])).length;
  warmUp(quote, baskets);
  if (bare) warmUp(bare, baskets);
  const engineRounds = [];
  const limitRounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    engineRounds.push(perSecond(quote, baskets));
    if (bare) limitRounds.push(perSecond(bare, baskets));
  }
  const { median: medianMicros, p99 } = latencies(quote, baskets);
  return {
    name,
    lines,
    offers: offers.length,
    touched: Number(touched.toFixed(1)),
    quotesPerSecond: Math.round(median(engineRounds)),
    medianMicros,
    p99Micros: p99,
    limitPerSecond: bare ? Math.round(median(limitRounds)) : null,
    proven,
    limitAgrees: bare ? agrees / baskets.length : null,
  };
}

function perSecond(run, baskets) {
  const start = process.hrtime.bigint();
  const end = start + BigInt(ROUND_MILLIS) * 1_000_000n;
  let done = 0;
  let now = start;
  while (now < end) {
    for (let i = 0; i < 50; i++) kept.pay += run(baskets[done++ % baskets.length]).pay;
    now = process.hrtime.bigint();
  }
  return done / (Number(now - start) / 1e9);
}

function warmUp(run, baskets) {
  const end = Date.now() + (quick ? 150 : 600);
  while (Date.now() < end) for (const basket of baskets) kept.pay += run(basket).pay;
}

function latencies(run, baskets) {
  const micros = [];
  const end = Date.now() + ROUND_MILLIS * 2;
  for (let done = 0; Date.now() < end || micros.length < 50; done++) {
    const start = process.hrtime.bigint();
    kept.pay += run(baskets[done % baskets.length]).pay;
    micros.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  micros.sort((a, b) => a - b);
  return {
    median: rounded(micros[Math.floor(micros.length / 2)]),
    p99: rounded(micros[Math.floor(micros.length * 0.99)]),
  };
}

function measureCompile() {
  const offers = offersInForce(10_000);
  const compile = median(Array.from({ length: 7 }, () => millisOf(() => compileOffers(offers))));
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const held = compileOffers(offers);
  globalThis.gc?.();
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const changed = { ...offers[5_000], benefit: { percentOffBp: 777 }, kind: 'percentage', level: 'line' };
  const change = median(Array.from({ length: 15 }, () => millisOf(() => withOffer(held, changed))));
  return { compileMillis: rounded(compile), megabytes: rounded(megabytes), changeMillis: rounded(change) };
}

function millisOf(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function ratio({ quotesPerSecond, limitPerSecond }) {
  return limitPerSecond ? `1/${(limitPerSecond / quotesPerSecond).toFixed(1)}` : '';
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value) {
  return Number(value.toFixed(2));
}
