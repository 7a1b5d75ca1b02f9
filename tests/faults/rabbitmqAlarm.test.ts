import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { connect } from 'amqplib';
import { Followers } from '../../src/infra/bootstrap/followers.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { CommandDoor } from '../../src/infra/rabbitmq/commandDoor.js';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { isWrittenDown } from '../infra/rabbitmq/isWrittenDown.js';
import { TrialBus } from '../infra/rabbitmq/trialBus.js';
import { until } from '../infra/rabbitmq/until.js';
import { describeServer, skippedFor } from '../servers/describeServer.js';
import * as rabbitmq from '../servers/rabbitmq.mjs';

jest.setTimeout(180_000);

const ANSWER = { status: 200, contentType: 'application/json', headers: {}, text: '{}', refusal: null };
const NO_DISK_IS_ENOUGH = { 'disk_free_limit.absolute': '900000GB' };

/** One of its own, for its alarm would hold back every suite. */
describeServer('rabbitmq', 'a RabbitMQ whose disk is full', () => {
  if (!rabbitmq.installed()) return skippedFor('rabbitmq', "needs Debian's package: only that one can be filled here");

  let server: Awaited<ReturnType<typeof rabbitmq.start>>;
  let folder: ReturnType<typeof temporaryFolder>;
  let trial: TrialBus;
  let followers: Followers;

  beforeEach(async () => {
    folder = temporaryFolder();
    server = await rabbitmq.start(folder.folder);
    trial = new TrialBus(server.url, new MemoryEventStore(), []);
    await trial.declareCommands();
    followers = new Followers();
  });
  afterEach(async () => {
    await followers.stop();
    await trial.connection.close();
    await server.stop();
    folder.remove();
  });

  const again = async (settings: Record<string, string>) => {
    const { port } = server;
    await server.kill();
    server = await rabbitmq.start(folder.folder, { port, settings });
  };

  test('holds answers back, with a word what to do; they go on when it has room, if need be twice', async () => {
    const connection = await connect(server.url);
    const channel = await connection.createConfirmChannel();
    await channel.assertQueue('answers', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    const { url, topology, deadLetters } = trial;
    channel.publish(topology.commands, 'ask', Buffer.from('{}'), { replyTo: 'answers', persistent: true });
    await channel.waitForConfirms();
    await connection.close();
    const queues = ['answers', topology.commands];
    await until(() => queues.every((queue) => isWrittenDown(folder.folder, server.port, queue)));

    await again(NO_DISK_IS_ENOUGH);
    const door = new CommandDoor({ url, topology, answer: async () => ANSWER, deadLetters });
    followers.followBeside('commands', (signal, alive, held) => door.run(signal, alive, held));
    await until(() => followers.troubles().some((trouble) => trouble.includes('free memory or disk there')));
    expect(followers.fault()).toBeNull();

    await again({});
    await until(async () => {
      const looking = await connect(server.url);
      const { messageCount } = await (await looking.createChannel()).checkQueue('answers');
      await looking.close();
      return messageCount > 0;
    });
    await until(() => followers.troubles().length === 0);
  });
});
