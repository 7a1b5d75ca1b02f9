import { Counters } from './counters.js';
import type { Plan } from './plan.js';
import { type Run, simulate } from './simulate.js';
import type { TablesServer } from './tablesServer.js';

/** Many seeds, one after another, and what they came to. */
export interface Campaign {
  readonly seeds: number;
  readonly commands: number;
  readonly events: number;
  readonly steps: number;
  readonly counters: Counters;
  /** The run that broke an invariant: it was the last. */
  readonly failed: Run | null;
}

/** Runs seed after seed until one breaks an invariant, or `goesOn` says that it is enough. */
export async function campaign(
  tables: TablesServer,
  plan: Plan,
  goesOn: (seeds: number, counters: Counters) => boolean,
): Promise<Campaign> {
  const counters = new Counters();
  const sums = { seeds: 0, commands: 0, events: 0, steps: 0 };
  let failed: Run | null = null;
  while (!failed && goesOn(sums.seeds, counters)) {
    const run = await simulate({ ...plan, seed: plan.seed + sums.seeds }, tables);
    counters.add(run.counters);
    sums.seeds++;
    sums.commands += run.commands;
    sums.events += run.events;
    sums.steps += run.steps;
    if (run.violation) failed = run;
  }
  return { ...sums, counters, failed };
}
