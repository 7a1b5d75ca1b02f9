import type { EventStore } from '../../commands/eventStore.js';
import type { HotDeps } from '../../commands/handleHot.js';
import type { TermsRules } from '../../commands/promotion/describePromotion.js';
import type { QuoteDeps } from '../../commands/quote/giveQuote.js';
import type { InMemoryPricingView } from '../../projections/pricing/inMemoryPricingView.js';
import type { Projector } from '../../projections/projector.js';
import type { ViewStore } from '../../projections/viewStore.js';
import type { Waiting } from '../postgres/openServer.js';
import { type Adapters, EMBEDDED } from './adapterChoices.js';
import { ALL_PROJECTIONS } from './allProjections.js';
import { type Backends, openBackends, usesFolder } from './backends.js';
import { bindings, PART } from './bindings.js';
import { underLock } from './dataFolder.js';
import { Followers } from './followers.js';
import { followProcesses } from './followProcesses.js';
import { followTables } from './followTables.js';
import { renewTables } from './renewTables.js';

/** For commands: a server that is not there is said at once. */
export const NO_WAITING: Waiting = { patienceMillis: 0, say: () => {} };

/** Everything the doors need of one running Orchard. */
export interface RunningOrchard {
  readonly deps: QuoteDeps & HotDeps & { readonly view: InMemoryPricingView };
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly projector: Projector;
  readonly terms: TermsRules;
  /** A word for each adapter in use, for banners and /readyz. */
  readonly adapters: Readonly<Record<'store' | 'bus' | 'views', string>>;
  /** Why it cannot go on; null while all is well. */
  readonly fault: () => string | null;
  /** Takes up what orders and promotions have left to do, and goes on with it; for a process that serves. */
  readonly goOn: () => void;
  /** Tells others where this process answers. */
  readonly announce: (url: string) => void;
  readonly close: () => Promise<void>;
}

/**
 * Opens log and tables, waits for their servers, and follows; see caughtUp. What is kept in the data folder is opened
 * under its lock.
 * @throws DataFolderHeld, DataFolderNotWritable, DatabaseNewer, PostgresUnusable, EventStoreDbUnusable, ViewNewer and
 * what the adapters throw.
 */
export async function openOrchard(
  dataDir: string,
  adapters: Adapters = EMBEDDED,
  waiting: Waiting = NO_WAITING,
): Promise<RunningOrchard> {
  if (!usesFolder(adapters)) return start(await openBackends(adapters, '', waiting), waiting.say);
  return underLock(dataDir, async (file, lock) => {
    const running = await start(await openBackends(adapters, file, waiting), waiting.say);
    return { ...running, announce: (url) => lock.announce(url) };
  });
}

/** An Orchard that forgets everything when it closes: for tests and trials. */
export function openInMemory(): Promise<RunningOrchard> {
  return openOrchard('', { ...EMBEDDED, eventStore: 'memory' });
}

async function start(backends: Backends, say: (sentence: string) => void): Promise<RunningOrchard> {
  try {
    return await follow(backends, say);
  } catch (error) {
    await backends.close();
    throw error;
  }
}

async function follow(backends: Backends, say: (sentence: string) => void): Promise<RunningOrchard> {
  const parts = bindings(backends);
  const store = parts.get(PART.store);
  const views = parts.get(PART.views);
  const projector = parts.get(PART.projector);
  const view = parts.get(PART.pricing);
  const commits = parts.get(PART.commits);
  if (backends.driver.shared) await renewTables(store, views, ALL_PROJECTIONS, say);
  await projector.open(() => store.head());
  await view.start(views);
  const followers = new Followers();
  followTables(followers, store, projector);
  followers.follow('pricing view', (signal, alive) => view.run(signal, alive));
  const deps = { store, machine: parts.get(PART.machine), view, commits };

  return {
    deps,
    store,
    views,
    projector,
    terms: parts.get(PART.terms),
    adapters: { ...backends.words, bus: 'in process' },
    fault: () => followers.fault(),
    announce: () => {},
    goOn: () => followProcesses(followers, deps, views),
    close: async () => {
      await followers.stop();
      await commits.idle();
      await backends.close();
    },
  };
}
