import { hostname } from 'node:os';
import type { EventStore } from '../../commands/eventStore.js';
import type { HotDeps } from '../../commands/handleHot.js';
import type { TermsRules } from '../../commands/promotion/describePromotion.js';
import type { QuoteDeps } from '../../commands/quote/giveQuote.js';
import type { AnalyticsStore } from '../../projections/analytics/analyticsStore.js';
import type { FollowedPricingView } from '../../projections/pricing/followedPricingView.js';
import { type RelayLag, relayLag } from '../../projections/relayLag.js';
import type { Search } from '../../projections/search/search.js';
import type { ViewStore } from '../../projections/viewStore.js';
import type { Proofs } from '../cli/doors.js';
import type { AnswerCommand } from '../http/carried/answerCommand.js';
import type { Waiting } from '../postgres/openServer.js';
import { topologyOf } from '../rabbitmq/topology.js';
import { SqlRelayProgress } from '../sql/sqlRelayProgress.js';
import type { Metrics } from '../telemetry/metrics.js';
import { type Adapters, EMBEDDED } from './adapterChoices.js';
import { ALL_PROJECTIONS } from './allProjections.js';
import { type Backends, openBackends, usesFolder } from './backends.js';
import { bindings, PART } from './bindings.js';
import { underLock } from './dataFolder.js';
import { followAnalytics } from './followAnalytics.js';
import { Followers } from './followers.js';
import { followProcesses } from './followProcesses.js';
import { followSeals } from './followSeals.js';
import { measured } from './measured.js';
import { rabbitmqParts } from './rabbitmqParts.js';
import type { RedisParts } from './redisParts.js';
import { renewTables } from './renewTables.js';
import { EVERY_ROLE, type ProcessRole } from './roles.js';
import { type SharedPricing, sharedPricing } from './sharedPricing.js';
import { keepTables, type TableProgress } from './tableKeeping.js';

/** For commands: a server that is not there is said at once. */
export const NO_WAITING: Waiting = { patienceMillis: 0, say: () => {} };

/** Everything the doors need of one running Orchard. */
export interface RunningOrchard {
  readonly deps: QuoteDeps & HotDeps & { readonly view: FollowedPricingView };
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly search: Search;
  readonly analytics: AnalyticsStore;
  readonly projector: TableProgress;
  readonly terms: TermsRules;
  /** A word for each adapter in use, for banners and /readyz. */
  readonly adapters: Readonly<Record<'store' | 'bus' | 'views', string>>;
  readonly exchanges: Readonly<Record<'commands' | 'published', string>>;
  /** Why it cannot go on; null while all is well. */
  readonly fault: () => string | null;
  /** What does not go on without keeping it from its callers. */
  readonly troubles: () => readonly string[];
  /** How far the bus is behind the log; null: nothing is relayed. */
  readonly relayLag: () => Promise<RelayLag | null>;
  /** What is known of pricing views that are shared with other processes. */
  readonly shared: Pick<SharedPricing, 'state' | 'answers' | 'rollCall'>;
  readonly metrics: Metrics;
  /** Whether it reckons prices. */
  readonly prices: boolean;
  /** Takes up what orders and promotions have left to do, and goes on with it; for a process that serves. */
  readonly goOn: () => void;
  /** Seals the log while it grows. */
  readonly keepSealed: (proofs: Proofs) => void;
  /** Carries out the commands that come over the bus, if this bus carries any. */
  readonly answerCommands: (doorOf: (bus: { readonly isHere: boolean }) => AnswerCommand) => void;
  /** Tells others where this process answers. */
  readonly announce: (url: string) => void;
  readonly close: () => Promise<void>;
}

/**
 * Opens log and tables, waits for their servers, and follows; see caughtUp. What is kept in the data folder is opened
 * under its lock.
 * @throws DataFolderHeld, DataFolderNotWritable, DatabaseNewer, PostgresUnusable, EventStoreDbUnusable, RedisUnusable, ViewNewer and
 * what the adapters throw.
 */
export async function openOrchard(
  dataDir: string,
  adapters: Adapters = EMBEDDED,
  waiting: Waiting = NO_WAITING,
  roles: ReadonlySet<ProcessRole> = EVERY_ROLE,
): Promise<RunningOrchard> {
  const running = async (file: string) => start(await openBackends(adapters, file, waiting), adapters, roles, waiting);
  if (!usesFolder(adapters)) return running('');
  return underLock(dataDir, async (file, lock) => ({
    ...(await running(file)),
    announce: (url) => lock.announce(url),
  }));
}

/** An Orchard that forgets everything when it closes: for tests and trials. */
export function openInMemory(): Promise<RunningOrchard> {
  return openOrchard('', { ...EMBEDDED, eventStore: 'memory' });
}

async function start(
  backends: Backends,
  adapters: Adapters,
  roles: ReadonlySet<ProcessRole>,
  waiting: Waiting,
): Promise<RunningOrchard> {
  let redis: RedisParts | null = null;
  try {
    if (adapters.pricingViews === 'redis') redis = await openRedis(adapters, waiting.say);
    return await follow(backends, redis, adapters, roles, waiting);
  } catch (error) {
    redis?.close();
    await backends.close();
    throw error;
  }
}

async function follow(
  backends: Backends,
  redis: RedisParts | null,
  adapters: Adapters,
  roles: ReadonlySet<ProcessRole>,
  waiting: Waiting,
): Promise<RunningOrchard> {
  const parts = bindings(backends, redis);
  const store = parts.get(PART.store);
  const views = parts.get(PART.views);
  const view = parts.get(PART.pricing);
  const commits = parts.get(PART.commits);
  const machine = parts.get(PART.machine);
  const tables = { store, views, projections: ALL_PROJECTIONS };
  const rabbitmq = adapters.bus === 'rabbitmq' ? rabbitmqParts(adapters, ALL_PROJECTIONS) : null;
  const relayProgress = new SqlRelayProgress(backends.driver, machine.now);
  if (backends.driver.shared && roles.has('projector')) await renewTables(store, views, ALL_PROJECTIONS, waiting.say);
  if (roles.has('projector')) await parts.get(PART.analytics).open(() => store.head());
  const keeping = await keepTables(
    roles.has('projector'),
    rabbitmq?.busOf(store) ?? parts.get(PART.bus),
    tables,
    waiting,
  );
  const followers = new Followers();
  keeping.follow(followers);
  if (roles.has('projector')) followAnalytics(followers, store, parts.get(PART.analytics), machine);
  const prices = roles.has('api') || roles.has('timekeeper');
  const shared = sharedPricing({
    adapters,
    redis,
    view,
    store,
    bus: parts.get(PART.bus),
    roles,
    id: nameOf(machine.newId()),
  });
  if (prices) {
    await view.start(views);
    followers.follow('pricing view', (signal, alive) => view.run(signal, alive));
  }
  shared.follow(followers, prices);
  if (rabbitmq && roles.has('relay')) {
    const relay = rabbitmq.relay(store, relayProgress, machine.newId());
    followers.followBeside('relay', (signal, alive) => relay.run(signal, alive));
  }
  const deps = { store, machine, view, commits };

  const running: Omit<RunningOrchard, 'metrics'> = {
    deps,
    store,
    views,
    search: parts.get(PART.search),
    analytics: parts.get(PART.analytics),
    projector: keeping.progress,
    terms: parts.get(PART.terms),
    adapters: { ...backends.words, bus: rabbitmq?.word ?? 'in process' },
    exchanges: topologyOf([], { prefix: adapters.busPrefix }),
    fault: () => followers.fault(),
    troubles: () => followers.troubles(),
    relayLag: async () => (rabbitmq ? relayLag(store, relayProgress, machine.now) : null),
    shared,
    prices,
    announce: () => {},
    answerCommands: (doorOf) => {
      if (!rabbitmq) return;
      const door = rabbitmq.commandDoor(doorOf(rabbitmq));
      followers.followBeside('commands', (signal, alive, held) => door.run(signal, alive, held));
    },
    goOn: () => {
      if (roles.has('timekeeper')) followProcesses(followers, deps, views);
    },
    keepSealed: (proofs) => followSeals(followers, store, machine.now, proofs),
    close: async () => {
      await followers.stop();
      await rabbitmq?.close();
      redis?.close();
      await commits.idle();
      await backends.close();
    },
  };
  return { ...running, metrics: measured(running) };
}

/** A process as operators find it: where it runs, and which of several there. */
function nameOf(unique: string): string {
  return `${hostname()}:${process.pid}:${unique.slice(-6)}`;
}

// Loaded when it is chosen, like all that is not embedded.
async function openRedis(adapters: Adapters, say: Waiting['say']): Promise<RedisParts> {
  const { redisParts } = await import('./redisParts.js');
  const redis = redisParts(adapters);
  try {
    await redis.check(say);
    return redis;
  } catch (error) {
    redis.close();
    throw error;
  }
}
