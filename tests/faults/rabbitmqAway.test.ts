import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { START, type StoredEvent } from '../../src/commands/eventStore.js';
import { Followers } from '../../src/infra/bootstrap/followers.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { Relay } from '../../src/infra/rabbitmq/relay.js';
import { anEvent } from '../contract/eventStore/sampleEvents.js';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { isWrittenDown } from '../infra/rabbitmq/isWrittenDown.js';
import { TrialBus } from '../infra/rabbitmq/trialBus.js';
import { until } from '../infra/rabbitmq/until.js';
import { describeServer, skippedFor } from '../servers/describeServer.js';
import * as rabbitmq from '../servers/rabbitmq.mjs';

jest.setTimeout(180_000);

/** One of its own, for it is killed. */

describeServer('rabbitmq', 'a RabbitMQ that is killed and comes back', () => {
  if (!rabbitmq.installed()) return skippedFor('rabbitmq', "needs Debian's package: only that one can be killed here");

  let server: Awaited<ReturnType<typeof rabbitmq.start>>;
  let folder: ReturnType<typeof temporaryFolder>;
  let store: MemoryEventStore;
  let trial: TrialBus;
  let followers: Followers;
  const taken: StoredEvent[] = [];

  beforeEach(async () => {
    folder = temporaryFolder();
    server = await rabbitmq.start(folder.folder);
    store = new MemoryEventStore();
    trial = new TrialBus(server.url, store, [{ name: 'lamps', category: 'lamp' }]);
    await trial.declare();
    await until(() => isWrittenDown(folder.folder, server.port, trial.topology.queueOf('lamps')));
    followers = new Followers();
    const { url, topology, progress } = trial;
    const relay = new Relay({ url, topology, store, progress, holder: 'a' });
    followers.followBeside('relay', (signal, alive) => relay.run(signal, alive));
    followers.followBeside('lamps', async (signal, alive) => {
      for await (const { events } of trial.bus('lamps').subscribe(taken.at(-1)?.position ?? START, signal)) {
        taken.push(...events.filter(({ position }) => Number(position) > taken.length));
        alive();
      }
    });
  });

  afterEach(async () => {
    await followers.stop();
    await trial.connection.close();
    await server.stop();
    await store.close();
    folder.remove();
  });

  test('costs no event, and no fault stays', async () => {
    let revision = -1;
    const happen = async (count: number) => {
      for (let n = 0; n < count; n++) {
        await store.append('lamp-orchard.l', revision < 0 ? 'none' : revision, [anEvent()]);
        revision++;
      }
    };
    for (let time = 0; time < 2; time++) {
      await happen(500);
      if (time === 0) await until(() => taken.length > 0);
      await server.kill();
      await happen(500);
      await until(() => followers.troubles().length > 0);
      expect(followers.fault()).toBeNull();
      server = await rabbitmq.start(folder.folder, { port: server.port });
      const all = Number(await store.head());
      await until(() => taken.length === all && trial.progress.at === String(all));
    }
    expect(taken).toEqual(await store.readAll(START, 10_000));
    await until(() => followers.troubles().length === 0);
  });
});
