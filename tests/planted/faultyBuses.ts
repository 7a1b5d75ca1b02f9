import type { StoredEvent } from '../../src/commands/eventStore.js';
import type { EventBus } from '../../src/projections/eventBus.js';

type Batch = readonly StoredEvent[];

function changed(bus: EventBus, change: (batch: Batch, count: number) => Batch): EventBus {
  return {
    async *subscribe(after, signal) {
      let count = 0;
      for await (const { events, position } of bus.subscribe(after, signal))
        yield { events: change(events, count++), position };
    },
  };
}

/** Loses a message now and then. */
export const busLosesMessages = (bus: EventBus): EventBus =>
  changed(bus, (batch, count) => (count % 40 === 39 ? batch.slice(1) : batch));

/** Delivers what comes together the other way round. */
export const busTurnsRound = (bus: EventBus): EventBus =>
  changed(bus, (batch, count) => (count % 20 === 19 ? batch.toReversed() : batch));
