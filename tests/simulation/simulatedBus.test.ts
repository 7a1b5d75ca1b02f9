import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { eventBusContract } from '../contract/eventBusContract.js';
import { Dice } from '../oracle/generate/dice.js';
import { Scheduler } from './scheduler.js';
import { SimulatedBus } from './simulatedBus.js';

const owner = { name: 'subscriber', alive: true };

/** Every fault but the one that ends a subscription, at every second chance. */
eventBusContract('simulated', async () => {
  const dice = new Dice(1);
  const store = new MemoryEventStore();
  const scheduler = new Scheduler(new Dice(2), () => {});
  const mischief = {
    happens: (fault: string) => fault !== 'bus drops its subscriber' && dice.chance(50),
  };
  const bus = new SimulatedBus(store, scheduler, mischief, dice, owner);
  let isOver = false;
  const running = (async () => {
    while (!isOver) {
      await scheduler.run(() => isOver);
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  const dispose = async () => {
    isOver = true;
    await running;
    await store.close();
  };
  return { store, bus, category: 'sample', dispose };
});
