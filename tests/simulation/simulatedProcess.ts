import { comparePositions } from '../../src/commands/eventStore.js';
import { GroupCommit } from '../../src/commands/groupCommit.js';
import type { OrderDeps } from '../../src/commands/order/orderDeps.js';
import { allowancesOf } from '../../src/infra/bootstrap/allowancesOf.js';
import { ALL_PROJECTIONS } from '../../src/infra/bootstrap/allProjections.js';
import { Followers } from '../../src/infra/bootstrap/followers.js';
import { followProcesses } from '../../src/infra/bootstrap/followProcesses.js';
import { followTables } from '../../src/infra/bootstrap/followTables.js';
import { SqlViewStore } from '../../src/infra/sql/sqlViewStore.js';
import { InMemoryPricingView } from '../../src/projections/pricing/inMemoryPricingView.js';
import { Projector } from '../../src/projections/projector.js';
import { Dice } from '../oracle/generate/dice.js';
import { BatchWatch } from './batchWatch.js';
import type { Owner } from './scheduler.js';
import { SimulatedBus } from './simulatedBus.js';
import { simulatedMachine } from './simulatedMachine.js';
import { StoreConnection } from './storeConnection.js';
import { tablesConnection } from './tablesServer.js';
import type { World } from './world.js';

/** Smaller than in production, so that bounds are reached and folds forgotten. */
const LIMITS = { batch: 4, perTurn: 12, waitingPerStream: 6, waiting: 24, keptEvents: 200 };

/** Longer than in production, so that a step of the tables takes more events. */
const REST_MILLIS = 400;

export type Role = 'api' | 'timekeeper';

/**
 * One life of a process, put together as in infra/bootstrap out of the same parts. An api answers commands and follows
 * the log with its pricing view; a timekeeper keeps the tables, orders and allowances.
 */
export class SimulatedProcess {
  readonly owner: Owner;
  readonly deps: OrderDeps & { readonly view: InMemoryPricingView };
  isReady = false;
  readonly #projector: Projector;
  readonly #views: SqlViewStore;
  readonly #followers: Followers;

  constructor(
    private readonly world: World,
    readonly name: string,
    private readonly role: Role,
    /** One keeper of the tables is enough; two are refused by turns. */
    private readonly keepsTables: boolean,
    skewMillis: number,
    seed: number,
    private readonly died: () => void,
  ) {
    const { scheduler, mischief, server, tables, plan } = world;
    const dice = new Dice(seed);
    this.owner = { name, alive: true };
    const { owner } = this;
    const { planted = {} } = plan;
    const connection = new StoreConnection(server, scheduler, mischief, dice, owner, () => this.die());
    const store = planted.store?.(connection) ?? connection;
    const rightMachine = simulatedMachine(scheduler, dice, owner, skewMillis);
    const machine = planted.machine?.(rightMachine) ?? rightMachine;
    const rightBus = new SimulatedBus(store, scheduler, mischief, dice, owner);
    const bus = planted.bus?.(rightBus) ?? rightBus;
    const rightTables = tablesConnection(tables, scheduler, mischief, dice, owner, () =>
      world.counters.path('projector was faster than another'),
    );
    this.#views = new SqlViewStore(planted.tables?.(rightTables) ?? rightTables);
    const rest = { take: () => scheduler.wait(owner, dice.between(0, REST_MILLIS), 'rest'), endNow: () => {} };
    this.#projector = new Projector(bus, this.#views, ALL_PROJECTIONS, rest);
    this.#followers = new Followers((millis) => {
      world.counters.path('follower failed and started again');
      return scheduler.wait(owner, millis, 'before starting again');
    });
    const nextTurn = (work: () => void) => scheduler.after(owner, dice.between(0, 3), 'turn', work);
    const commits = new BatchWatch(new GroupCommit({ store, machine }, LIMITS, nextTurn), scheduler, world.counters);
    this.deps = { store, machine, commits: commits.watched(), view: new InMemoryPricingView(bus, allowancesOf(store)) };
  }

  /** Dies now: nothing of it goes on, and what it had sent is on its way. */
  die(): void {
    if (!this.owner.alive) return;
    this.owner.alive = false;
    this.isReady = false;
    this.died();
  }

  async start(): Promise<void> {
    try {
      if (this.role === 'api') await this.#startApi();
      else await this.#startTimekeeper();
    } catch {
      this.die();
    }
  }

  async #startApi(): Promise<void> {
    const { store, view } = this.deps;
    const head = await store.head();
    if (!this.world.mischief.happens('process starts with empty views')) {
      await this.#projector.open(() => store.head());
      await view.start(this.#views);
    }
    this.#followers.follow('pricing view', (signal, alive) => view.run(signal, alive));
    while (comparePositions(view.position(), head) < 0) await this.#moment(50);
    this.isReady = true;
  }

  async #startTimekeeper(): Promise<void> {
    const { store } = this.deps;
    await this.#projector.open(() => store.head());
    if (this.keepsTables) followTables(this.#followers, store, this.#projector);
    // A busy machine comes back late from a pause.
    const pause = (millis: number, waking: AbortSignal) =>
      new Promise<void>((resolve) => {
        waking.addEventListener('abort', () => resolve(), { once: true });
        this.world.scheduler.after(this.owner, millis * this.world.dice.between(1, 60), 'pause', resolve);
      });
    followProcesses(this.#followers, this.deps, this.#views, pause);
    this.isReady = true;
  }

  #moment(millis: number): Promise<void> {
    return this.world.scheduler.wait(this.owner, millis, 'moment');
  }
}
