// Durable quotes a second over HTTP, beside bare programs in the same run, interleaved; and what starting costs.
// npm run bench -- quotes [--rounds N] [--seconds N]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { childServer } from './http/childServer.mjs';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const rounds = option('rounds', 3);
const seconds = option('seconds', 4);
const CONNECTIONS = 128;

const basket = JSON.stringify({
  customer: 'c_gold_1',
  channel: 'app',
  delivery: 800,
  lines: JSON.parse(readFileSync(new URL('../examples/basket.json', import.meta.url), 'utf8')).lines,
});

const scratch = mkdtempSync(join(tmpdir(), 'orchard-bench-'));
const bin = new URL('../bin/orchard.js', import.meta.url).pathname;
const bare = new URL('./http/bareQuotes.mjs', import.meta.url).pathname;

const orchard = await childServer(
  [bin, 'serve', '--port', '0', '--data-dir', join(scratch, 'data')],
  /(http:\/\/127\.0\.0\.1:\d+)/,
);
const ready = orchard.millis;
const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${orchard.pid}/status`, 'utf8'))[1]) / 1024;
const sample = await fetch(`${orchard.url}/v1/quotes`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: basket,
});
const answer = await sample.text();
if (sample.status !== 201) throw new Error(answer);
const events = await (
  await fetch(`${orchard.url}/v1/log?after=0&limit=1000`, { headers: { accept: 'application/x-ndjson' } })
).text();
const stored = events.trim().split('\n').at(-1).length;

const answerBytes = Buffer.byteLength(answer);
const contenders = [
  ['Orchard, durable quotes', orchard.url, '/v1/quotes'],
  ['node:http + group commit', null, '/'],
  ['node:http, no store', null, '/'],
];
const servers = [orchard];
for (const [index, bytes] of [
  [1, stored],
  [2, 0],
]) {
  const server = await childServer(
    [bare, join(scratch, `bare${index}.db`), String(answerBytes), String(bytes)],
    /ready (\d+)/,
  );
  contenders[index][1] = server.url;
  servers.push(server);
}

const rates = contenders.map(() => []);
for (let round = 0; round < rounds; round++) {
  for (const [index, [, url, path]] of contenders.entries()) {
    const result = await autocannon({
      url: url + path,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: basket,
      connections: CONNECTIONS,
      duration: seconds,
    });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${contenders[index][0]}: ${result.non2xx} refused, ${result.errors} errors`);
    rates[index].push({ rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 });
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
console.log(
  `start to ready ${Math.round(ready)} ms, memory then ${Math.round(rss)} MB; quote ${answerBytes} bytes, event ${stored} bytes`,
);
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
