import { EventStoreDbEventStore } from '../../src/infra/eventstoredb/eventStoreDbEventStore.js';
import { describeServer } from '../servers/describeServer.js';
import { EventStoreStandIn } from '../servers/eventStoreStandIn/eventStoreStandIn.js';
import { eventStoreContract } from './eventStoreContract.js';

eventStoreContract('EventStoreDB (a stand-in)', openOnStandIn, { durable: true });

describeServer('eventstoredb', 'a real EventStoreDB', (url) => {
  eventStoreContract('EventStoreDB', async () => openAt(url), { durable: true });
});

/** Nothing in here is about time; a busy machine has some. */
const PATIENCE = { callMillis: 20_000 };

async function openOnStandIn() {
  const standIn = await EventStoreStandIn.start();
  const { store, reopen, dispose } = openAt(standIn.url, async () => {
    await standIn.stop();
    await standIn.startAgain();
  });
  return { store, reopen, dispose: () => dispose().then(() => standIn.stop()) };
}

function openAt(url: string, meanwhile: () => Promise<void> = async () => {}) {
  let store = new EventStoreDbEventStore(url, PATIENCE);
  const reopen = async () => {
    await store.close();
    await meanwhile();
    store = new EventStoreDbEventStore(url, PATIENCE);
    return store;
  };
  return { store, reopen, dispose: () => store.close() };
}
