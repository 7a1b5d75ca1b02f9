// Durable quotes a second over HTTP, beside bare programs in the same run, interleaved; and what starting costs.
// npm run bench -- quotes [--rounds N] [--seconds N]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { childServer, orchardServer } from './http/childServer.mjs';
import { answeredAlike, openQuoteShop } from './http/quoteShop.mjs';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const rounds = option('rounds', 3);
const seconds = option('seconds', 4);
const CONNECTIONS = 128;

const scratch = mkdtempSync(join(tmpdir(), 'orchard-bench-'));
const bare = new URL('./http/bareQuotes.mjs', import.meta.url).pathname;

const orchard = await orchardServer(join(scratch, 'data'), ['--no-demo']);
const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${orchard.pid}/status`, 'utf8'))[1]) / 1024;
const committing = await childServer([bare, join(scratch, 'bare.db')], /ready (\d+)/);
const withoutStore = await childServer([bare], /ready (\d+)/);
const servers = [orchard, committing, withoutStore];
const contenders = [
  ['Orchard, durable quotes', orchard.url, '/v1/quotes'],
  ['node:http + group commit', committing.url, '/'],
  ['node:http, no store', withoutStore.url, '/'],
];
await openQuoteShop(orchard.url);
const baskets = await answeredAlike(orchard.url, committing.url);

const rates = contenders.map(() => []);
for (let round = 0; round < rounds; round++) {
  for (const [index, [, url, path]] of contenders.entries()) {
    const result = await autocannon({
      url: url + path,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      requests: baskets.map((body) => ({ body })),
      connections: CONNECTIONS,
      duration: seconds,
    });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${contenders[index][0]}: ${result.non2xx} refused, ${result.errors} errors`);
    rates[index].push({ rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 });
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
console.log(`start to ready ${Math.round(orchard.millis)} ms, memory then ${Math.round(rss)} MB`);
console.log(`${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s each, load generator on the same cores`);
const best = contenders.map((_, index) => median(rates[index].map(({ rate }) => rate)));
for (const [index, [name]] of contenders.entries()) {
  const p = (key) => median(rates[index].map((round) => round[key]));
  console.log(
    `${name.padEnd(28)} ${Math.round(best[index]).toString().padStart(7)}/s  p50 ${p('p50')} ms  p99 ${p('p99')} ms  ratio ${(best[0] / best[index]).toFixed(2)}`,
  );
}
await Promise.all(servers.map((server) => server.stop()));
rmSync(scratch, { recursive: true, force: true });
