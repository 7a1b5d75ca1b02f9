import { describe, expect, test } from '@jest/globals';
import { openInMemory } from '../../../src/infra/bootstrap/runningOrchard.js';
import { createApi } from '../../../src/infra/http/server/createApi.js';
import { AddressRefused, type Listening, listen, PortTaken } from '../../../src/infra/http/server/listen.js';

const HOST = '127.0.0.1';

async function withTwoApis(use: (first: Listening, second: () => Promise<Listening>) => Promise<void>) {
  const orchard = await openInMemory();
  const log = { info: () => {}, error: () => {} };
  const api = () => createApi({ ...orchard, host: HOST, tokens: [], log });
  const first = await listen(api(), { host: HOST, port: 0 });
  try {
    await use(first, () => listen(api(), { host: HOST, port: first.port }));
  } finally {
    await first.close();
    await orchard.close();
  }
}

describe('Listening', () => {
  test('has a bound for everything a slow or greedy caller could hold on to', async () => {
    const orchard = await openInMemory();
    const { server } = createApi({ ...orchard, host: HOST, tokens: [], log: { info: () => {}, error: () => {} } });
    expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 });
    await orchard.close();
  });

  test('at a taken port says by whom it is taken and what to do', async () => {
    await withTwoApis(async ({ port }, second) => {
      const refused = await second().catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(PortTaken);
      const who = process.platform === 'linux' ? ` \\(by .+ \\(process ${process.pid}\\)\\)` : '.*';
      expect((refused as Error).message).toMatch(new RegExp(`^PORT ${port} is taken${who}: use --port or PORT`));
    });
  });

  test('at an address that is not ours says so', async () => {
    await withTwoApis(async () => {
      const orchard = await openInMemory();
      const api = createApi({ ...orchard, host: '192.0.2.1', tokens: [], log: { info: () => {}, error: () => {} } });
      await expect(listen(api, { host: '192.0.2.1', port: 0 })).rejects.toThrow(AddressRefused);
      await orchard.close();
    });
  });

  test('ends with what is under way answered, and nobody let in after', async () => {
    await withTwoApis(async (listening) => {
      const waiting = fetch(`${listening.url}/v1/events?after=0&wait=20`);
      await fetch(`${listening.url}/livez`);
      const closed = listening.close();
      const answer = await waiting;
      expect([answer.status, await answer.text()]).toEqual([200, '']);
      await closed;
      await expect(fetch(`${listening.url}/livez`)).rejects.toThrow();
      await listening.close();
    });
  });
});
