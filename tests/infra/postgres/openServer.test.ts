import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openServer, type Waiting } from '../../../src/infra/postgres/openServer.js';
import { describeServer } from '../../servers/describeServer.js';
import { freePort } from '../../servers/freePort.mjs';
import { ownSchema, run } from '../../servers/ownSchema.js';

const AT_ONCE: Waiting = { patienceMillis: 0, say: () => {} };

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const rejection = (url: string, waiting = AT_ONCE) =>
  openServer(url, waiting).then(
    async (pool) => {
      await pool.end();
      throw new Error('it was let in');
    },
    (error: Error) => error,
  );

describe('what is no PostgreSQL', () => {
  test.each([
    ['an HTTP server', () => createHttpServer((_, response) => response.end())],
    ['a server that talks first', () => createServer((socket) => socket.end('220 ready\r\n').on('error', () => {}))],
    [
      'a server that refuses what it does not understand',
      () => createServer((s) => s.once('data', () => s.end('-ERR\r\n'))),
    ],
  ])('such as %s is refused by name', async (_, make) => {
    const server = make();
    const error = await rejection(`postgres://orchard:secret@127.0.0.1:${await listening(server)}/orchard`);
    server.close();
    expect(error.name).toBe('PostgresUnusable');
    expect(error.message).toMatch(
      /^PostgreSQL at 127\.0\.0\.1:\d+\/orchard as orchard: what listens there is no PostgreSQL/,
    );
    expect(error.message).not.toContain('secret');
  });

  test('and a port where nobody listens is waited for, with words, and then refused', async () => {
    const said: string[] = [];
    const url = `postgres://orchard@127.0.0.1:${await freePort()}/orchard`;
    const error = await rejection(url, { patienceMillis: 700, say: (sentence) => said.push(sentence) });
    expect(said.length).toBeGreaterThan(0);
    expect(said[0]).toMatch(/nobody listens there: start PostgreSQL.*waiting for it, 1 s more\.$/);
    expect(error.message).toContain('nobody listens there: start PostgreSQL, or correct the host and port');
  });

  test('and a host that does not exist is refused by name', async () => {
    const error = await rejection('postgres://orchard@no-such-host.invalid/orchard');
    expect(error.message).toMatch(/no-such-host\.invalid:5432.*(no such host|looked up)/);
  });

  test('and waiting ends when it is told to stop', async () => {
    const stopping = new AbortController();
    const waiting = { patienceMillis: 60_000, say: () => stopping.abort(), stopped: stopping.signal };
    const error = await rejection(`postgres://orchard@127.0.0.1:${await freePort()}/orchard`, waiting);
    expect(error.name).toBe('AbortError');
  });
});

describeServer('postgres', 'a PostgreSQL that cannot be used is refused with words', (url) => {
  let schema: Awaited<ReturnType<typeof ownSchema>>;
  const role = `reader_${process.pid}`;
  beforeAll(async () => {
    schema = await ownSchema(url);
    await run(url, `CREATE ROLE ${role} LOGIN PASSWORD 'reading'`);
  });

  afterAll(async () => {
    await run(url, `DROP OWNED BY ${role}`);
    await run(url, `DROP ROLE ${role}`);
    await schema.drop();
  });

  function changed(given: Partial<Record<'username' | 'password' | 'pathname', string>>): string {
    return Object.assign(new URL(schema.url), given).href;
  }

  test('when the password is wrong', async () => {
    const { message } = await rejection(changed({ password: 'guessed' }));
    expect(message).toContain('it refuses the password: correct it');
    expect(message).not.toContain('guessed');
  });

  test('when there is no such database', async () => {
    expect((await rejection(changed({ pathname: '/nowhere' }))).message).toContain('CREATE DATABASE');
  });

  test('when the schema is missing or the role may not make tables in it', async () => {
    const reading = changed({ username: role, password: 'reading' });
    expect((await rejection(reading)).message).toContain('has no schema of the search path: create it');
    const name = new URL(schema.url).searchParams.get('options')!.split('=')[1]!;
    await run(url, `GRANT USAGE ON SCHEMA ${name} TO ${role}`);
    expect((await rejection(reading)).message).toContain(
      `does not let ${role} make tables in schema ${name}: GRANT CREATE, USAGE ON SCHEMA ${name} TO ${role}`,
    );
  });

  test('when its commits are not on disk', async () => {
    const careless = new URL(schema.url);
    careless.searchParams.set('options', `${careless.searchParams.get('options')} -c synchronous_commit=off`);
    expect((await rejection(careless.href)).message).toContain('set synchronous_commit = on');
  });
});
