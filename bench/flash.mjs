/**
 * A flash sale of one product over the embedded log, fsync before each answer: in process beside what the log itself does
 * in the same run, and over HTTP beside bare node:http programs that do the same, all on the same cores as the load.
 * Needs `npm run build`. `--json FILE` writes the figures; BENCH_SECONDS (default 2) is the length of a row, BENCH_ROUNDS
 * (default 3) how often Orchard and a bare program take turns.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coldLoad, holds, pacedHolds, refusals, storeRate } from './flash/inProcess.mjs';
import { overHttp } from './flash/overHttp.mjs';
import { table } from './flash/table.mjs';

const millis = Number(process.env.BENCH_SECONDS ?? 2) * 1000;
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const COLD_EVENTS = 100_000;
const json = process.argv.indexOf('--json');

const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'orchard-flash-'));
try {
  const store = {
    singlePerSecond: await storeRate(folder, 1, millis),
    batchedPerSecond: await storeRate(folder, 256, millis),
  };
  const full = await holds(folder, millis);
  const paced = await pacedHolds(folder, millis, full.perSecond / 2);
  const soldOut = await refusals(folder, millis);
  const cold = await coldLoad(folder, COLD_EVENTS);
  const served = await overHttp(folder, { millis, rounds });
  const report = {
    store,
    inProcess: {
      confirmedPerSecond: full.perSecond,
      ratioToBatched: full.perSecond / store.batchedPerSecond,
      p50Millis: paced.p50,
      p99Millis: paced.p99,
    },
    http: served.http,
    refusals: { inProcessPerSecond: soldOut.perSecond, ...served.refusals },
    orders: served.orders,
    quotes: served.quotes,
    coldLoad: { events: COLD_EVENTS, millis: cold },
    oversold: full.oversold + paced.oversold + soldOut.oversold + served.oversold,
  };
  console.log(table(report));
  if (json > 0) writeFileSync(process.argv[json + 1], `${JSON.stringify(report, null, 2)}\n`);
  if (report.oversold > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
