import { afterEach, beforeEach, describe, test } from '@jest/globals';
import type { BusUnderTest } from './eventBus/check.js';
import { deliveryChecks } from './eventBus/deliveryChecks.js';

export interface OpenedBus extends BusUnderTest {
  /** Frees everything. */
  dispose(): Promise<void>;
}

/** What every bus must do, as tests of one adapter. `open` is called before each. */
export function eventBusContract(name: string, open: () => Promise<OpenedBus>): void {
  describe(`${name} as an event bus`, () => {
    let opened: OpenedBus;

    beforeEach(async () => {
      opened = await open();
    });

    afterEach(() => opened.dispose());

    for (const { name, run } of deliveryChecks) test(name, () => run(opened));
  });
}
