import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { TrialBus } from '../infra/rabbitmq/trialBus.js';
import { describeServer } from '../servers/describeServer.js';
import { eventBusContract } from './eventBusContract.js';

describeServer('rabbitmq', 'RabbitMQ', (url) => {
  eventBusContract('a queue behind a relay', async () => {
    const store = new MemoryEventStore();
    const trial = new TrialBus(url, store, [{ name: 'samples', category: 'sample' }]);
    await trial.declare();
    trial.relay();
    const dispose = async () => {
      await trial.dispose();
      await store.close();
    };
    return { store, bus: trial.bus('samples'), category: 'sample', dispose };
  });
});
