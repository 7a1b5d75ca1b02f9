import { openInMemory } from '../../src/infra/bootstrap/runningOrchard.js';
import { createApi } from '../../src/infra/http/server/createApi.js';
import { listen } from '../../src/infra/http/server/listen.js';
import { fuzz } from '../infra/http/fuzzing/fuzzing.js';

/** npm run soak:fuzz -- [--requests N] [--seed N]: as long as it takes; ends with 1 when anything was our fault. */
const option = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};

const requests = option('requests', 1_000_000);
const seed = option('seed', Math.floor(Math.random() * 2 ** 31));
const orchard = await openInMemory();
const log = { info: () => {}, error: (facts: object) => console.error(facts) };
const listening = await listen(createApi({ ...orchard, host: '127.0.0.1', tokens: [], log }), {
  host: '127.0.0.1',
  port: 0,
});
const began = performance.now();
const { statuses, faults } = await fuzz(listening.url, requests, seed, (sent) => {
  if (sent % 50_000 === 0) console.log(`${sent} of ${requests}`);
});
const seconds = (performance.now() - began) / 1_000;
await listening.close();
await orchard.close();
for (const fault of faults.slice(0, 20)) console.error(fault);
console.log(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
console.log(`${requests} requests, seed ${seed}: ${faults.length} our fault, ${Math.round(requests / seconds)}/s`);
process.exitCode = faults.length > 0 ? 1 : 0;
