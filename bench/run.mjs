// npm run bench [-- NAME …]: runs the benchmarks, or those named.
import { spawnSync } from 'node:child_process';

const benches = {
  store: 'store.mjs',
  quotes: 'quotesOverHttp.mjs',
  pricing: 'pricing.mjs',
  flash: 'flash.mjs',
  backtest: 'backtest.mjs',
  asOf: 'asOf.mjs',
};
const named = process.argv.slice(2).filter((word) => word in benches);
const rest = process.argv.slice(2).filter((word) => !(word in benches));
for (const name of named.length > 0 ? named : Object.keys(benches)) {
  console.log(`\n## ${name}`);
  const { status } = spawnSync(process.execPath, [new URL(benches[name], import.meta.url).pathname, ...rest], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
