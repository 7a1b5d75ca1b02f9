import type { Container } from 'inversify';
import type { EventStore } from '../../commands/eventStore.js';
import type { HotDeps } from '../../commands/handleHot.js';
import type { TermsRules } from '../../commands/promotion/describePromotion.js';
import type { QuoteDeps } from '../../commands/quote/giveQuote.js';
import type { InMemoryPricingView } from '../../projections/pricing/inMemoryPricingView.js';
import type { Projector } from '../../projections/projector.js';
import type { ViewStore } from '../../projections/viewStore.js';
import { closeDatabase } from '../sqlite/database.js';
import { embedded, PART } from './bindings.js';
import { underLock } from './dataFolder.js';
import { Followers } from './followers.js';
import { followProcesses } from './followProcesses.js';
import { followTables } from './followTables.js';

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
 * Opens a data folder: takes its lock, opens the log and tables, and follows; see caughtUp.
 * @throws DataFolderHeld, DataFolderNotWritable, DatabaseNewer and what the adapters throw.
 */
export function openOrchard(dataDir: string): Promise<RunningOrchard> {
  return underLock(dataDir, async (file, lock) => {
    const running = await start(embedded(file), { store: `SQLite ${file}`, views: `SQLite ${file} + memory` });
    return { ...running, announce: (url) => lock.announce(url) };
  });
}

/** An Orchard that forgets everything when it closes: for tests and trials. */
export function openInMemory(): Promise<RunningOrchard> {
  return start(embedded(':memory:', 'memory'), { store: 'memory', views: 'memory' });
}

async function start(parts: Container, words: { store: string; views: string }): Promise<RunningOrchard> {
  const store = parts.get(PART.store);
  const views = parts.get(PART.views);
  const projector = parts.get(PART.projector);
  const view = parts.get(PART.pricing);
  const commits = parts.get(PART.commits);
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
    adapters: { ...words, bus: 'in process' },
    fault: () => followers.fault(),
    announce: () => {},
    goOn: () => followProcesses(followers, deps, views),
    close: async () => {
      await followers.stop();
      await commits.idle();
      await store.close();
      await closeDatabase(parts.get(PART.database));
    },
  };
}
