import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { RedisConnection } from '../../../src/infra/redis/redisConnection.js';
import { RedisAway, RedisUnusable } from '../../../src/infra/redis/redisUnusable.js';
import { temporaryFolder } from '../../contract/temporaryFolder.js';
import { describeServer, skippedFor } from '../../servers/describeServer.js';
import * as redis from '../../servers/redis.mjs';

jest.setTimeout(60_000);

/** What a call to this URL fails with, and how long that took. */
async function refusal(url: string): Promise<{ error: Error; millis: number }> {
  const connection = new RedisConnection(url, 'test', 250);
  const began = performance.now();
  try {
    await connection.call((client) => client.ping());
    throw new Error('it was answered');
  } catch (error) {
    return { error: error as Error, millis: performance.now() - began };
  } finally {
    connection.close();
  }
}

async function listening(answer: string | null) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', () => answer !== null && socket.end(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

describe('a connection to Redis', () => {
  test('to where nobody listens fails at once, and says where', async () => {
    const { error, millis } = await refusal('redis://:secret@127.0.0.1:1');
    expect(error).toBeInstanceOf(RedisAway);
    expect(error.message).toBe('Redis 127.0.0.1:1 does not answer (connect ECONNREFUSED 127.0.0.1:1)');
    expect(millis).toBeLessThan(1_000);
  });

  test('to a server of another kind says that it is no Redis', async () => {
    const other = await listening('HTTP/1.1 400 Bad Request\r\n\r\n');
    const { error } = await refusal(other.url);
    expect(error).toBeInstanceOf(RedisUnusable);
    expect(error.message).toMatch(/^127\.0\.0\.1:\d+ answers, but is no Redis: check ORCHARD_REDIS_URL$/);
    other.close();
  });

  test('to one that never says a word is given up', async () => {
    const silent = await listening(null);
    const { error, millis } = await refusal(silent.url);
    expect(error).toBeInstanceOf(RedisAway);
    expect(millis).toBeLessThan(5_000);
    silent.close();
  });
});

describeServer('redis', 'a Redis that will not do', () => {
  if (!redis.installed()) return skippedFor('redis', "needs Debian's package: only that one can be set up so");

  let own: ReturnType<typeof temporaryFolder>;
  let server: Awaited<ReturnType<typeof redis.start>>;

  beforeEach(() => {
    own = temporaryFolder();
  });

  afterEach(async () => {
    await server.stop();
    own.remove();
  });

  test.each([
    ['no password', ''],
    ['a wrong password', ':plums@'],
  ])('with %s is refused with what to check, and without the words themselves', async (_, words) => {
    server = await redis.start(`${own.folder}/redis`, { settings: { requirepass: 'pears' } });
    const { error } = await refusal(server.url.replace('redis://', `redis://${words}`));
    expect(error).toBeInstanceOf(RedisUnusable);
    expect(error.message).toContain('check user, password and database of ORCHARD_REDIS_URL');
    expect(error.message).not.toContain('plums');
  });

  test('for want of the database named is refused: another one would be used', async () => {
    server = await redis.start(`${own.folder}/redis`);
    expect((await refusal(`${server.url}/99`)).error.message).toContain('DB index is out of range');
  });

  test('because it drops keys is refused with the setting to change', async () => {
    server = await redis.start(`${own.folder}/redis`, { settings: { 'maxmemory-policy': 'allkeys-lru' } });
    const { error } = await refusal(server.url);
    expect(error).toBeInstanceOf(RedisUnusable);
    expect(error.message).toContain('set maxmemory-policy to noeviction');
  });
});
