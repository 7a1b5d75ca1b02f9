import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { eventStoreContract } from './eventStoreContract.js';

async function open() {
  const store = new MemoryEventStore();
  return { store, dispose: () => store.close() };
}

eventStoreContract('memory', open, { durable: false });
