// A Redis of our own from Debian's package, on its own port.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { freePort } from './freePort.mjs';
import { serverProcess } from './serverProcess.mjs';

const PROGRAM = '/usr/bin/redis-server';

/** Whether Debian's package is here. */
export function installed() {
  return existsSync(PROGRAM);
}

/**
 * Starts a server that keeps its data in memory alone.
 * @param {string} folder of its own
 * @param {{ port?: number, settings?: Readonly<Record<string, string>> }} [given] settings as in redis.conf
 * @returns {Promise<{ url: string, port: number, pid: number, stop: () => Promise<void>, kill: () => Promise<void> }>}
 * `stop` removes the folder; `kill` is a crash and leaves it.
 */
export async function start(folder, { port, settings = {} } = {}) {
  mkdirSync(folder, { recursive: true });
  const chosen = port ?? (await freePort());
  const options = {
    bind: '127.0.0.1',
    port: String(chosen),
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
    ...settings,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const server = await serverProcess(PROGRAM, args, { ready: /Ready to accept connections/ });
  return {
    url: `redis://127.0.0.1:${chosen}`,
    port: chosen,
    pid: server.pid,
    stop: async () => {
      await server.end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
    kill: () => server.end('SIGKILL'),
  };
}
