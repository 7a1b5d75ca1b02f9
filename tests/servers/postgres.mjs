// A PostgreSQL of our own from Debian's package: its own data folder, port and password.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './freePort.mjs';
import { serverProcess } from './serverProcess.mjs';

const PACKAGES = '/usr/lib/postgresql';

/** Whether Debian's package is here. */
export function installed() {
  return existsSync(PACKAGES) && readdirSync(PACKAGES).length > 0;
}

/**
 * Starts a server. The same folder and port again: the same server goes on after `kill`.
 * @param {string} folder of its own; every folder above must be open to other users, because it refuses to run as root.
 * @param {{ port?: number, settings?: Readonly<Record<string, string>> }} [given] settings as in postgresql.conf
 * @returns {Promise<{ url: string, port: number, pid: number, stop: () => Promise<void>, kill: () => Promise<void> }>}
 * `stop` removes the folder; `kill` is a crash and leaves it.
 */
export async function start(folder, { port, settings = {} } = {}) {
  const user = unprivileged();
  const data = join(folder, 'data');
  if (!existsSync(data)) initialise(folder, data, user);
  const chosen = port ?? (await freePort());
  const options = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(chosen),
    max_connections: '200',
    lc_messages: 'C',
    ...settings,
  };
  const args = ['-D', data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const server = await serverProcess(program('postgres'), args, {
    ...user,
    cwd: folder,
    ready: /database system is ready to accept connections/,
  });
  const password = readFileSync(join(folder, 'password'), 'utf8');
  return {
    url: `postgres://orchard:${password}@127.0.0.1:${chosen}/postgres`,
    port: chosen,
    pid: server.pid,
    stop: async () => {
      // Sessions still open are ended, not waited for.
      await server.end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
    kill: () => server.end('SIGKILL'),
  };
}

function initialise(folder, data, user) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'password'), `p${Math.random().toString(36).slice(2)}`);
  if (user.uid !== undefined) {
    chownSync(folder, user.uid, user.gid);
    chownSync(join(folder, 'password'), user.uid, user.gid);
  }
  const how = ['--username=orchard', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
  execFileSync(program('initdb'), [...how, `--pwfile=${join(folder, 'password')}`, '-D', data], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** As whom it runs: root hands over to the package's user, anybody else is good enough. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function program(name) {
  const newest = readdirSync(PACKAGES).sort((a, b) => Number(b) - Number(a))[0];
  return join(PACKAGES, newest, 'bin', name);
}
