import { createServer as httpServer } from 'node:http';
import { createServer as http2Server } from 'node:http2';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { addressOf } from '../../../src/infra/eventstoredb/address.js';
import { EventStoreDbUnusable, openEventStoreDb } from '../../../src/infra/eventstoredb/openEventStoreDb.js';
import { EventStoreStandIn } from '../../servers/eventStoreStandIn/eventStoreStandIn.js';

const IMPATIENT = { patienceMillis: 0, say: () => {} };

describe('opening the log on EventStoreDB', () => {
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  async function standIn(version?: string): Promise<EventStoreStandIn> {
    const started = await EventStoreStandIn.start(version === undefined ? {} : { version });
    ends.push(() => started.stop());
    return started;
  }

  test('gives a store that works, and the version of its server', async () => {
    const { store, version } = await openEventStoreDb((await standIn()).url, IMPATIENT);
    expect(version).toBe('23.10.6');
    expect(await store.head()).toBe('0');
    await store.close();
  });

  test('waits with words for a server that comes later', async () => {
    const server = await standIn();
    await server.stop();
    const said: string[] = [];
    const opening = openEventStoreDb(server.url, {
      patienceMillis: 20_000,
      say: (sentence) => {
        if (said.push(sentence) === 2) void server.startAgain();
      },
    });
    await (await opening).store.close();
    expect(said[0]).toMatch(
      /^EventStoreDB at 127.0.0.1:\d+: nobody listens there: start EventStoreDB.*; waiting for it/,
    );
  });

  test('says after its patience that nobody is there', async () => {
    const server = await standIn();
    await server.stop();
    await refused(server.url, 'nobody listens there: start EventStoreDB, or correct the host and port');
  });

  test('does not wait for a server that is too old', async () => {
    for (const version of ['22.10.5', '21.10.0', 'unknown']) {
      await refused((await standIn(version)).url, `is version ${version}: Orchard needs 23.10 or later; upgrade it`);
    }
    for (const version of ['23.10.0', '24.2.1', '25.0.0']) {
      await (await openEventStoreDb((await standIn(version)).url, IMPATIENT)).store.close();
    }
  });

  test('does not wait for another kind of server', async () => {
    const others: readonly Server[] = [
      httpServer((_, answer) => answer.writeHead(404).end('no')),
      http2Server((_, answer) => answer.stream.respond({ ':status': 404 }, { endStream: true })),
      createServer((socket) => socket.on('error', () => {}).once('data', () => socket.end('-ERR unknown command\r\n'))),
    ];
    for (const other of others) {
      const port = await new Promise<number>((resolve) => {
        other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
      });
      const sockets: Socket[] = [];
      other.on('connection', (socket: Socket) => sockets.push(socket));
      ends.push(() => {
        for (const socket of sockets) socket.destroy();
        other.close();
      });
      await refused(`esdb://127.0.0.1:${port}?tls=false`, 'what listens there is no EventStoreDB', 20_000);
    }
  });

  test('does not wait for TLS to come', async () => {
    const { url } = await standIn();
    await refused(url.replace('?tls=false', ''), 'it speaks without TLS: add ?tls=false', 20_000);
  });

  test('says what is wrong with a URL', async () => {
    await refused('esdb://host:port', 'ORCHARD_EVENTSTOREDB_URL cannot be read (Unexpected "port"');
  });

  test('never says the password', () => {
    expect(addressOf('esdb://admin:secret@a:2113,b:2113?tls=false')).toBe('a:2113,b:2113');
    expect(addressOf('esdb+discover://a.example')).toBe('a.example');
  });
});

async function refused(url: string, words: string, patienceMillis = 0): Promise<void> {
  const failure = await openEventStoreDb(url, { ...IMPATIENT, patienceMillis }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(EventStoreDbUnusable);
  expect((failure as Error).message).toContain(words);
}
