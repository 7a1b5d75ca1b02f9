import { parseArgs } from 'node:util';
import { campaign } from '../simulation/campaign.js';
import { FAULT_RATES } from '../simulation/faults.js';
import { reportOf } from '../simulation/report.js';
import { shrunk } from '../simulation/shrink.js';
import { TablesServer } from '../simulation/tablesServer.js';

const PROGRESS_EVERY_MILLIS = 5_000;

/** `npm run soak:simulation -- --seeds N [--from S] [--commands C]`: N simulated shops under faults. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { seeds: { type: 'string' }, from: { type: 'string' }, commands: { type: 'string' } },
  });
  const seeds = wholeNumber(values.seeds ?? '1000', 'seeds');
  const from = wholeNumber(values.from ?? '1', 'from');
  const commands = wholeNumber(values.commands ?? '200', 'commands');
  console.log(
    `${seeds} seeds from ${from}, ${commands} commands each, ${Object.keys(FAULT_RATES).length} kinds of faults`,
  );
  const tables = new TablesServer();
  try {
    const began = performance.now();
    const ran = await campaign(tables, { seed: from, commands }, (done) => {
      tell(done, seeds, began);
      return done < seeds;
    });
    if (ran.failed) {
      console.log(reportOf(ran.failed));
      console.log(`\nthe shortest that was found:\n${reportOf(await shrunk(ran.failed, tables))}`);
      return 1;
    }
    const missing = ran.counters.missing();
    console.log(ran.counters.lines().join('\n'));
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(
      `${seeds} seeds, 0 violations (${ran.commands} commands, ${ran.events} events, ${ran.steps} steps, ${seconds} s)`,
    );
    if (missing.length > 0) console.log(`never reached: ${missing.join(' · ')}`);
    return missing.length > 0 ? 1 : 0;
  } finally {
    await tables.close();
  }
}

let told = performance.now();

function tell(done: number, seeds: number, began: number): void {
  if (done === 0 || performance.now() - told < PROGRESS_EVERY_MILLIS) return;
  told = performance.now();
  const rate = done / ((told - began) / 1_000);
  const left = Math.round((seeds - done) / rate);
  process.stderr.write(`  ${done} of ${seeds}, ${rate.toFixed(1)} a second, ${left} s to go\n`);
}

function wholeNumber(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`--${name} takes a whole number, not ${text}`);
  return number;
}

process.exitCode = await main(process.argv.slice(2));
