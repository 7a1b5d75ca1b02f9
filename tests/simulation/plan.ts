import type { EventStore } from '../../src/commands/eventStore.js';
import type { Machine } from '../../src/commands/ports.js';
import type { EventBus } from '../../src/projections/eventBus.js';
import type { SqlDriver } from '../../src/projections/sqlDriver.js';
import type { Fault } from './faults.js';

/** Where a planted bug takes the place of a part: each gets the right part and gives back the one that is used. */
export interface Planted {
  readonly store?: (store: EventStore) => EventStore;
  readonly bus?: (bus: EventBus) => EventBus;
  readonly machine?: (machine: Machine) => Machine;
  readonly tables?: (driver: SqlDriver) => SqlDriver;
  readonly storeAcknowledgesEarly?: boolean;
  /** A client that asks again under a new key. */
  readonly clientForgetsItsKey?: boolean;
}

/** One run: the same plan is the same run. */
export interface Plan {
  readonly seed: number;
  /** How many commands clients send, not counting those they send again. */
  readonly commands: number;
  readonly without?: ReadonlySet<Fault>;
  readonly planted?: Planted;
}
