import type { Counters } from './counters.js';
import type { Plan } from './plan.js';
import type { TablesServer } from './tablesServer.js';
import { Trace } from './trace.js';
import { Violation } from './violation.js';
import { trade } from './workload/trade.js';
import { World } from './world.js';

const MINUTE = 60_000;
/** Orders wait half an hour, holds a little longer, and clocks may be ten minutes apart. */
const UNTIL_REST_MILLIS = 60 * MINUTE;

export interface Run {
  readonly plan: Plan;
  readonly commands: number;
  readonly events: number;
  readonly steps: number;
  readonly simulatedMillis: number;
  /** The same plan gives the same trace. */
  readonly trace: string;
  readonly counters: Counters;
  readonly violation: {
    readonly invariant: string;
    readonly message: string;
    readonly lastLines: readonly string[];
  } | null;
}

/**
 * One seed: trades under faults, then lets everything come to rest; asks the invariants at every step and at the end.
 * `about`: what the lines shown of a violation must speak of.
 */
export async function simulate(plan: Plan, tables: TablesServer, about: readonly string[] = []): Promise<Run> {
  tables.wipe();
  const world = new World(plan, tables, new Trace(about));
  const failed = await failureOf(world);
  const { client, server, scheduler, trace, counters } = world;
  const violation =
    failed !== null && failed !== undefined
      ? {
          invariant: failed instanceof Violation ? failed.invariant : 'nothing throws',
          message: failed instanceof Violation ? failed.message : String((failed as Error).stack ?? failed),
          lastLines: [...trace.last()],
        }
      : null;
  const { asked: commands } = client;
  const events = server.log.length;
  const { steps, now: simulatedMillis } = scheduler;
  return { plan, commands, events, steps, simulatedMillis, trace: trace.digest(), counters, violation };
}

async function failureOf(world: World): Promise<unknown> {
  const { client, scheduler, mischief, apis, timekeepers, judges } = world;
  // A rejection nobody handles ends a process in production.
  let unhandled: unknown = null;
  const onUnhandled = (reason: unknown) => {
    unhandled ??= reason;
  };
  process.on('unhandledRejection', onUnhandled);
  try {
    for (const slot of [...apis, ...timekeepers]) slot.start();
    client.beside(() => trade(world));
    const isOver = () => client.busy === 0 || client.failure !== null || unhandled !== null;
    await scheduler.run(isOver);
    if (client.failure ?? unhandled) return client.failure ?? unhandled;
    mischief.stop();
    await scheduler.run(() => unhandled !== null, scheduler.now + UNTIL_REST_MILLIS);
    if (unhandled) return unhandled;
    await judges.atRest(world);
    return null;
  } catch (error) {
    return error;
  } finally {
    process.off('unhandledRejection', onUnhandled);
    for (const slot of [...apis, ...timekeepers]) slot.process.owner.alive = false;
  }
}
