import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { campaign } from './campaign.js';
import { reportOf } from './report.js';
import { shrunk } from './shrink.js';
import { simulate } from './simulate.js';
import { TablesServer } from './tablesServer.js';

const SECONDS = Number(process.env['SIMULATION_SECONDS'] ?? 40);
/** Every path but the rarest is found in so many seeds, however little time there is. */
const ENOUGH_SEEDS = 60;

let tables: TablesServer;

beforeAll(() => {
  tables = new TablesServer();
});

afterAll(() => tables.close());

test('the same seed is the same run, step for step', async () => {
  const first = await simulate({ seed: 7, commands: 60 }, tables);
  const second = await simulate({ seed: 7, commands: 60 }, tables);
  const other = await simulate({ seed: 8, commands: 60 }, tables);
  expect([second.trace, second.steps, second.events]).toEqual([first.trace, first.steps, first.events]);
  expect(other.trace).not.toBe(first.trace);
});

test(
  'whatever goes wrong, every invariant holds at every step, and every rare path is gone',
  async () => {
    const began = performance.now();
    const spent = () => (performance.now() - began) / 1_000;
    const ran = await campaign(
      tables,
      { seed: 1, commands: 200 },
      (seeds, counters) => spent() < SECONDS || (seeds < ENOUGH_SEEDS && counters.missingOfCommon().length > 0),
    );
    if (ran.failed) throw new Error(reportOf(await shrunk(ran.failed, tables)));
    const { seeds, commands, events, steps, counters } = ran;
    const sums = `${seeds} seeds, ${commands} commands, ${events} events, ${steps} steps in ${Math.round(spent())} s`;
    console.log([sums, ...counters.lines()].join('\n'));
    expect(counters.missingOfCommon()).toEqual([]);
  },
  (SECONDS + 600) * 1_000,
);
