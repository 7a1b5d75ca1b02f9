import { InProcessBus } from '../../src/infra/memory/inProcessBus.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { eventBusContract } from './eventBusContract.js';

eventBusContract('in process', async () => {
  const store = new MemoryEventStore();
  return { store, bus: new InProcessBus(store), category: 'sample', dispose: () => store.close() };
});
