import { Dice } from '../oracle/generate/dice.js';
import { Client } from './client.js';
import { Counters } from './counters.js';
import { Mischief } from './faults.js';
import { Judges } from './invariants/judges.js';
import { PathWatch } from './pathWatch.js';
import type { Plan } from './plan.js';
import { Scheduler } from './scheduler.js';
import { Slot } from './slot.js';
import { type Fate, type Sent, StoreServer } from './storeServer.js';
import type { TablesServer } from './tablesServer.js';
import type { Trace } from './trace.js';

/** Everything of one run: servers, processes, a client, and who watches them. */
export class World {
  readonly counters = new Counters();
  readonly dice: Dice;
  readonly scheduler: Scheduler;
  readonly mischief: Mischief;
  readonly server: StoreServer;
  readonly judges: Judges;
  readonly apis: readonly Slot[];
  readonly timekeepers: readonly Slot[];
  readonly client: Client;
  readonly timekeepersAreBehind: boolean;

  constructor(
    readonly plan: Plan,
    readonly tables: TablesServer,
    readonly trace: Trace,
  ) {
    const { seed, planted } = plan;
    this.dice = new Dice(seed * 31 + 1);
    this.mischief = new Mischief(seed, this.counters, plan.without);
    this.scheduler = new Scheduler(new Dice(seed * 31 + 2), (now, owner, label) =>
      this.trace.line(`${now} ${owner} ${label}`),
    );
    this.judges = new Judges();
    const paths = new PathWatch(this.counters);
    this.server = new StoreServer(
      this.scheduler,
      new Dice(seed * 31 + 3),
      (sent, fate, stored) => {
        this.trace.line(lineOf(sent, fate));
        paths.see(sent, fate, stored);
        this.judges.stored(stored);
      },
      planted?.storeAcknowledgesEarly,
    );
    this.apis = ['api 1', 'api 2', 'api 3'].map((name) => new Slot(this, name, 'api'));
    this.timekeepersAreBehind = this.dice.chance(40);
    const isContended = this.dice.chance(15);
    this.timekeepers = [
      new Slot(this, 'timekeeper 1', 'timekeeper', true),
      new Slot(this, 'timekeeper 2', 'timekeeper', isContended),
    ];
    this.client = new Client(this, new Dice(seed * 31 + 4));
  }

  /** Runs until something a process or client does has settled. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const settle = () => {
      settled = true;
    };
    promise.then(settle, settle);
    await this.scheduler.run(() => settled);
    return promise;
  }
}

function lineOf({ stream, expected, sender, events }: Sent, fate: Fate): string {
  const said = events.map(({ type, data }) => `${type} ${data}`).join(' + ');
  return `  ${fate} ${stream} after ${expected} from ${sender}: ${said}`;
}
