import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '../../commands/eventStore.js';
import type { EventBus } from '../../projections/eventBus.js';
import type { AnyProjection } from '../../projections/projection.js';
import { Projector } from '../../projections/projector.js';
import type { ViewStore } from '../../projections/viewStore.js';
import { WatchedTables } from '../../projections/watchedTables.js';
import type { Waiting } from '../postgres/openServer.js';
import type { Followers } from './followers.js';
import { followTables, tablesKept } from './followTables.js';

const LOOK_MILLIS = 1_000;

export type TableProgress = Pick<Projector, 'reached' | 'status'>;

/** How the tables come to show the log, as far as this process has a part in it. */
export interface TableKeeping {
  readonly progress: TableProgress;
  readonly follow: (followers: Followers) => void;
}

interface Tables {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly projections: readonly AnyProjection[];
}

/** One bus for all, or a bus of its own for each. */
type Buses = EventBus | ((projection: AnyProjection) => EventBus);

/** @throws Error when this process keeps no tables and no other made them within the time they may take. */
export function keepTables(keeps: boolean, buses: Buses, tables: Tables, waiting: Waiting): Promise<TableKeeping> {
  if (!keeps) return tablesOfOthers(tables, waiting);
  return typeof buses === 'function' ? keptFromQueues(buses, tables) : keptFromOneBus(buses, tables);
}

async function keptFromOneBus(bus: EventBus, { store, views, projections }: Tables): Promise<TableKeeping> {
  const projector = new Projector(bus, views, projections);
  await projector.open(() => store.head());
  return {
    progress: projector,
    follow: (followers) => followTables(followers, store, projector),
  };
}

/** Each from a queue of its own, of which another process may be the reader. */
async function keptFromQueues(busOf: (projection: AnyProjection) => EventBus, tables: Tables): Promise<TableKeeping> {
  const { store, views, projections } = tables;
  const projectors = projections.map((projection) => new Projector(busOf(projection), views, [projection]));
  for (const projector of projectors) await projector.open(() => store.head());
  const tablesSeen = new WatchedTables(views, projections);
  await tablesSeen.missing();
  const watched = keptElsewhere(tablesSeen);
  return {
    ...watched,
    follow: (followers) => {
      watched.follow(followers);
      for (const [n, { name }] of projections.entries())
        followers.followBeside(`tables ${name}`, tablesKept(store, projectors[n]!));
    },
  };
}

async function tablesOfOthers(tables: Tables, { patienceMillis, say, stopped }: Waiting): Promise<TableKeeping> {
  const watched = new WatchedTables(tables.views, tables.projections);
  const end = performance.now() + patienceMillis;
  for (let missing = await watched.missing(); missing !== null; missing = await watched.missing()) {
    const words = `no projector has made the tables of ${missing} for this version of Orchard`;
    if (performance.now() > end) throw new Error(`${words}: start one (--roles projector)`);
    say(`${words}; waiting for one.`);
    await sleep(LOOK_MILLIS, undefined, { signal: stopped });
  }
  return keptElsewhere(watched);
}

function keptElsewhere(watched: WatchedTables): TableKeeping {
  return {
    progress: watched,
    follow: (followers) => followers.follow('tables seen', (signal, alive) => watched.run(signal, alive)),
  };
}
