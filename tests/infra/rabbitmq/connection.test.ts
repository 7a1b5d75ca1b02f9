import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connectTo } from '../../../src/infra/rabbitmq/connection.js';
import { SharedConnection } from '../../../src/infra/rabbitmq/sharedConnection.js';
import { declareTopology, TopologyMismatch, topologyOf } from '../../../src/infra/rabbitmq/topology.js';
import { describeServer } from '../../servers/describeServer.js';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A server that says something of its own to whoever comes. */
async function stranger(words: string): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => socket.end(words));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return `amqp://orchard:secret@127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a connection to what is no RabbitMQ', () => {
  test('says that nothing answers, and never the password', async () => {
    const refused = connectTo('amqp://orchard:secret@127.0.0.1:1', 'test');
    await expect(refused).rejects.toThrow(
      'RabbitMQ cannot be reached at 127.0.0.1:1: start it, or correct ORCHARD_RABBITMQ_URL (ECONNREFUSED)',
    );
    await expect(refused).rejects.not.toThrow('secret');
  });

  test('says that something else answers', async () => {
    const url = await stranger('HTTP/1.1 400 Bad Request\r\n\r\n');
    await expect(connectTo(url, 'test')).rejects.toThrow('does not speak AMQP 0-9-1');
  });
});

describeServer('rabbitmq', 'a connection to RabbitMQ', (url) => {
  test('with a wrong password says so', async () => {
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(connectTo(wrong.href, 'test')).rejects.toThrow('refuses this user and password');
  });

  test('to a virtual host that is not there says so', async () => {
    await expect(connectTo(`${url}/nowhere`, 'test')).rejects.toThrow('no such virtual host');
  });

  test('refuses what is declared otherwise, and says what to do', async () => {
    const connection = new SharedConnection(url, 'test');
    stops.push(() => connection.close());
    const topology = topologyOf([{ name: 'lamps', category: 'lamp' }], { prefix: `test-${process.pid}-${Date.now()}` });
    const channel = await connection.channel();
    await channel.assertExchange(topology.events, 'direct', { durable: true, autoDelete: true });
    const refused = declareTopology(await connection.channel(), topology);
    await expect(refused).rejects.toThrow(TopologyMismatch);
    await expect(refused).rejects.toThrow(
      /exchange test-.*\.events with other arguments than Orchard needs .*delete it/,
    );
    await channel.deleteExchange(topology.events);
  });

  test('that was lost is made again', async () => {
    const connection = new SharedConnection(url, 'test');
    stops.push(() => connection.close());
    const channel = await connection.channel();
    const closed = once(channel, 'close');
    (channel.connection as unknown as { stream: Socket }).stream.destroy(new Error('cut'));
    await closed;
    await (await connection.channel()).checkQueue('no such queue').catch(({ code }) => expect(code).toBe(404));
  });
});
