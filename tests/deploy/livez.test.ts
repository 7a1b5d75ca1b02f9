import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';

/** What the health check of the image ends with. */
async function checked(port: number): Promise<{ code: number | null; err: string }> {
  const child = spawn(process.execPath, ['deploy/livez.mjs'], { env: { PORT: String(port) } });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, err };
}

test('the health check of the image passes while /livez answers, and fails with words when not', async () => {
  let status = 200;
  const server = createServer(({ url }, response) => response.writeHead(url === '/livez' ? status : 404).end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await checked(port)).toEqual({ code: 0, err: '' });
  status = 503;
  expect(await checked(port)).toEqual({ code: 1, err: `http://127.0.0.1:${port}/livez answered 503\n` });
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
  expect(await checked(port)).toEqual({ code: 1, err: expect.stringContaining('ECONNREFUSED') });
});
