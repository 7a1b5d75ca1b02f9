import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { killAll, OrchardServer, orchard, PATIENCE_MILLIS } from './orchardProcess.js';

jest.setTimeout(PATIENCE_MILLIS);

const { folder, remove } = temporaryFolder();
let server: OrchardServer;

beforeAll(async () => {
  server = await OrchardServer.start(folder);
});

afterAll(async () => {
  await killAll();
  remove();
});

const quote = (...args: string[]) => orchard(['quote', 'examples/basket.json', ...args]);

describe('the command line beside a running server', () => {
  test('asks the server that holds the folder, and says so', async () => {
    const { code, out, err } = await quote('--data-dir', folder, '--json');
    expect(err).toContain(`is held by the server at ${server.url}`);
    expect(code).toBe(0);
    const [line] = out.trim().split('\n');
    const priced = JSON.parse(line!).quote;
    expect(await server.get(`/v1/quotes/${priced.id}`)).toMatchObject({ pay: priced.pay, verified: true });
  });

  test('asks a server by its URL', async () => {
    const { code, out } = await quote('--url', server.url);
    expect(code).toBe(0);
    expect(out).toContain('list 147.62 - 44.93 + delivery 0.00 = to pay 102.69');
    expect(out).toContain('✓ 全场满100减20: ¥20 off');
  });

  test('says what the server refuses', async () => {
    const { code, err } = await quote('--url', server.url, '--token', 'not-a-known-token');
    expect(code).toBe(1);
    expect(err).toContain('give --token or set ORCHARD_TOKEN');
  });

  test('does not rebuild what a server holds', async () => {
    const { code, err } = await orchard(['rebuild', '--all', '--data-dir', folder]);
    expect(code).toBe(1);
    expect(err).toContain('is in use by process');
    expect(err).toContain(server.url);
  });
});
