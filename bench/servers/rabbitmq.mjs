import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { connect } from 'amqplib';
import { rateOf, row } from './row.mjs';

const BASKET = {
  channel: 'app',
  lines: [
    { id: '1', sku: 'cuixiang_kiwi', quantity: 6 },
    { id: '2', sku: 'gold_kiwi', quantity: 2 },
  ],
};

/** Commands answered a second, beside a bare server that answers every message with its own bytes. */
export async function benchRabbitmq(url, folder, millis) {
  console.log('\n## RabbitMQ: request and reply (direct reply-to) over a quorum queue\n');
  const prefix = `bench-${randomUUID()}`;
  const echo = await started([join('bench', 'servers', 'echoProcess.mjs'), url, `${prefix}.echo`], {}, /ready/);
  const orchard = await started(
    ['bin/orchard.js', 'serve', '--port', '0', '--data-dir', join(folder, 'orders')],
    { ORCHARD_BUS: 'rabbitmq', ORCHARD_RABBITMQ_URL: url, ORCHARD_RABBITMQ_PREFIX: prefix, LOG_LEVEL: 'error' },
    /is ready/,
  );
  const caller = await openCaller(url);
  try {
    await caller.untilRead(`${prefix}.commands`);
    const content = Buffer.from(JSON.stringify(BASKET));
    const asks = {
      echo: () => caller.ask('', `${prefix}.echo`, content),
      quotes: () => caller.ask(`${prefix}.commands`, 'price-quote', content),
    };
    const refused = await asks.quotes().then(({ properties }) => properties.headers.status !== 201);
    if (refused) throw new Error('the basket of the bench has no price');
    for (const inFlight of [1, 32, 256]) {
      await rateOf(inFlight, 1, millis / 3, asks.quotes);
      const bare = await rateOf(inFlight, 1, millis, asks.echo);
      const ours = await rateOf(inFlight, 1, millis, asks.quotes);
      row(`bare echo, ${inFlight} in flight`, bare, bare);
      row(`price-quote, ${inFlight} in flight`, ours, bare, 'recorded on disk (SQLite), explained');
    }
  } finally {
    await caller.close();
    await Promise.all([echo, orchard].map((one) => one.end()));
    await removed(url, prefix);
  }
}

async function started(args, env, ready) {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 2],
  });
  let said = '';
  while (!ready.test(said)) said += (await once(child.stdout, 'data'))[0];
  child.stdout.resume();
  return {
    end: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function openCaller(url) {
  const connection = await connect(url, { noDelay: true });
  const channel = await connection.createChannel();
  const waiting = new Map();
  const heard = (message) => {
    const { correlationId } = message.properties;
    waiting.get(correlationId)(message);
    waiting.delete(correlationId);
  };
  await channel.consume('amq.rabbitmq.reply-to', heard, { noAck: true });
  return {
    ask: (exchange, key, content) =>
      new Promise((resolve) => {
        const id = randomUUID();
        waiting.set(id, resolve);
        const options = { replyTo: 'amq.rabbitmq.reply-to', correlationId: id, messageId: id, persistent: true };
        channel.publish(exchange, key, content, options);
      }),
    untilRead: async (queue) => {
      for (let readers = 0; readers === 0; ) {
        const looking = await connection.createChannel();
        looking.on('error', () => {});
        readers = await looking.checkQueue(queue).then(
          ({ consumerCount }) => consumerCount,
          () => 0,
        );
        await looking.close().catch(() => {});
      }
    },
    close: () => connection.close(),
  };
}

async function removed(url, prefix) {
  const { ALL_PROJECTIONS } = await import('../../dist/infra/bootstrap/allProjections.js');
  const { topologyOf } = await import('../../dist/infra/rabbitmq/topology.js');
  const { events, published, commands, dead, deadLetters, queueOf } = topologyOf([], { prefix });
  const connection = await connect(url);
  const channel = await connection.createChannel();
  const queues = [`${prefix}.echo`, commands, deadLetters, ...ALL_PROJECTIONS.map(({ name }) => queueOf(name))];
  for (const queue of queues) await channel.deleteQueue(queue);
  for (const exchange of [events, published, commands, dead]) await channel.deleteExchange(exchange);
  await connection.close();
}
