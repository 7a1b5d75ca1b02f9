import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { killAll, OrchardServer, orchard, PATIENCE_MILLIS } from './orchardProcess.js';

jest.setTimeout(PATIENCE_MILLIS);

const BASKET = { lines: [{ id: '1', sku: 'fuji_apple', grams: 3000 }], customer: 'c_gold_1' };

let folder: string;
let remove: () => void;
let server: OrchardServer;

beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});

afterEach(async () => {
  await killAll();
  remove();
});

describe('a server process', () => {
  test('is ready within three seconds of its start with the demo shop, in less than 150 MB', async () => {
    server = await OrchardServer.start(folder);
    expect(server.said.out).toContain(`SQLite ${join(folder, 'orchard.db')}`);
    expect(server.said.out).toContain('the demo fruit mall was written');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const megabytes = server.residentMegabytes();
    const millis = Math.min(server.readyMillis, await startAgain(), await startAgain());
    process.stderr.write(`ready after ${Math.round(millis)} ms, ${Math.round(megabytes)} MB resident\n`);
    expect(millis).toBeLessThan(3000);
    expect(megabytes).toBeLessThan(150);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('told to stop by %s, closes everything and ends with 0', async (signal) => {
    server = await OrchardServer.start(folder);
    expect(await server.end(signal)).toBe(0);
    expect(server.said.err).toContain(`${signal}: finishing what is under way`);
    expect(existsSync(join(folder, 'orchard.lock'))).toBe(false);
    expect(existsSync(join(folder, 'orchard.db-wal'))).toBe(false);
  });

  test('asked to, seals the log while it grows, and the rest when it stops', async () => {
    const sealing = () => OrchardServer.startWith({ ORCHARD_SEALS: 'on' }, '--data-dir', folder);
    server = await sealing();
    await server.end('SIGTERM');
    const stopped = await orchard(['verify', 'log', '--data-dir', folder, '--json']);
    expect([stopped.code, JSON.parse(stopped.out)]).toMatchObject([0, { ok: true, unsealed: 0 }]);
    server = await sealing();
    await server.post('/v1/quotes', BASKET);
    await server.end('SIGTERM');
    const grown = await orchard(['verify', 'log', '--data-dir', folder, '--json']);
    expect(JSON.parse(grown.out)).toMatchObject({ ok: true, unsealed: 0, checkpoints: 2 });
    expect(JSON.parse(grown.out).count).toBeGreaterThan(JSON.parse(stopped.out).count);
  });

  test('told to stop twice, does not wait for what is under way', async () => {
    server = await OrchardServer.start(folder);
    // Waits two seconds for a position that never comes.
    const underWay = server.get('/v1/products?min-position=999999999').catch(() => 'cut off');
    await server.get('/readyz');
    // Signals within half a second are one press of Ctrl-C.
    const pressing = setInterval(() => server.tell('SIGTERM'), 300);
    try {
      expect(await server.end('SIGTERM')).toBe(1);
      expect(await underWay).toBe('cut off');
      expect(server.said.err).toContain('SIGTERM again: stopped at once.');
    } finally {
      clearInterval(pressing);
    }
  });

  test('killed at once, finds everything again and explains the old quote to the fen', async () => {
    server = await OrchardServer.start(folder);
    const given = await server.post('/v1/quotes', BASKET);
    const promotions = await server.get('/v1/promotions');
    await server.end('SIGKILL');

    server = await OrchardServer.start(folder);
    expect(server.said.out).not.toContain('was written');
    expect(await server.get('/v1/promotions')).toEqual(promotions);
    const explained = await server.get(`/v1/quotes/${given.id}`);
    expect(explained).toMatchObject({ id: given.id, pay: given.pay, verified: true });
    expect(explained.applied).toEqual(given.applied);
  });

  test('started with --no-demo, has an empty shop', async () => {
    server = await OrchardServer.start(folder, '--no-demo');
    expect((await server.get('/v1/products')).items).toEqual([]);
  });
});

/** Other programs slow a start down, none makes it faster: the best of several is what it takes. */
async function startAgain(): Promise<number> {
  await killAll();
  remove();
  server = await OrchardServer.start(folder);
  return server.readyMillis;
}
