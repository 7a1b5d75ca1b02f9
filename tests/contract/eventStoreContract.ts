import { afterEach, beforeEach, describe, test } from '@jest/globals';
import type { EventStore } from '../../src/commands/eventStore.js';
import { appendChecks } from './eventStore/appendChecks.js';
import type { Check } from './eventStore/check.js';
import { closeChecks } from './eventStore/closeChecks.js';
import { conflictChecks } from './eventStore/conflictChecks.js';
import { durableChecks } from './eventStore/durableChecks.js';
import { followChecks } from './eventStore/followChecks.js';
import { limitChecks } from './eventStore/limitChecks.js';
import { readChecks } from './eventStore/readChecks.js';
import { resendChecks } from './eventStore/resendChecks.js';

export interface OpenedStore {
  readonly store: EventStore;
  /** Closes and opens again; only stores that outlive their process have it. */
  reopen?(): Promise<EventStore>;
  /** Frees everything, also of a store that was closed or opened again. */
  dispose(): Promise<void>;
}

/** What every event store must do; each check can also be run by itself, to see that it catches a fault. */
export const eventStoreChecks: readonly Check[] = [
  ...appendChecks,
  ...conflictChecks,
  ...resendChecks,
  ...readChecks,
  ...followChecks,
  ...limitChecks,
  ...closeChecks,
];

/** The contract as tests of one adapter. `open` is called before each. */
export function eventStoreContract(name: string, open: () => Promise<OpenedStore>, { durable }: { durable: boolean }) {
  describe(`${name} as an event store`, () => {
    let opened: OpenedStore;

    beforeEach(async () => {
      opened = await open();
    });

    afterEach(() => opened.dispose());

    for (const { name, run } of eventStoreChecks) test(name, () => run(opened.store));
    if (durable) for (const { name, run } of durableChecks) test(name, () => run(opened.store, () => opened.reopen!()));
  });
}
