// A RabbitMQ of our own from Debian's package: its own node, port mapper, ports and folder.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './freePort.mjs';
import { serverProcess } from './serverProcess.mjs';

/** Not the one in /usr/sbin: that changes to Debian's user and folders. */
const PROGRAM = '/usr/lib/rabbitmq/bin/rabbitmq-server';
/** Erlang's port mapper; without one of our own, RabbitMQ leaves one running for the whole machine. */
const MAPPER = '/usr/bin/epmd';

/** Whether Debian's package is here. */
export function installed() {
  return existsSync(PROGRAM);
}

/**
 * Starts a server. The same folder and port again: the same server goes on after `kill`.
 * @param {string} folder of its own
 * @param {{ port?: number, settings?: Readonly<Record<string, string>> }} [given] settings as in rabbitmq.conf
 * @returns {Promise<{ url: string, port: number, pid: number, stop: () => Promise<void>, kill: () => Promise<void> }>}
 * `stop` removes the folder; `kill` is a crash and leaves it.
 */
export async function start(folder, { port, settings = {} } = {}) {
  mkdirSync(folder, { recursive: true });
  const chosen = port ?? (await freePort());
  const [mapperPort, nodesPort] = [await freePort(), await freePort()];
  const mapper = await serverProcess(MAPPER, ['-debug', '-port', String(mapperPort), '-address', '127.0.0.1'], {
    ready: /epmd running/,
  });
  const env = nodeIn(folder, { port: chosen, mapperPort, nodesPort, settings });
  const script = await serverProcess(PROGRAM, [], {
    env,
    cwd: folder,
    ready: /Starting broker\.\.\. completed/,
  }).catch(async (error) => {
    await mapper.end('SIGTERM');
    throw error;
  });
  // Erlang itself: the script around it ends with it.
  const pid = Number(readFileSync(env.RABBITMQ_PID_FILE, 'utf8'));
  const end = async (signal) => {
    process.kill(pid, signal);
    await script.end(0);
    await mapper.end('SIGTERM');
  };
  return {
    url: `amqp://guest:guest@127.0.0.1:${chosen}`,
    port: chosen,
    pid,
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

/** The environment of a node that keeps everything it has in a folder; its name stays, because its data is under it. */
function nodeIn(folder, { port, mapperPort, nodesPort, settings }) {
  const at = (name) => join(folder, name);
  const options = {
    'listeners.tcp.1': `127.0.0.1:${port}`,
    'distribution.listener.interface': '127.0.0.1',
    // The disk of a busy test machine: an alarm about it would block every publisher.
    'disk_free_limit.absolute': '50MB',
    ...settings,
  };
  const lines = Object.entries(options).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(at('rabbitmq.conf'), lines.join(''));
  writeFileSync(at('enabled_plugins'), '[].');
  return {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    HOME: folder,
    RABBITMQ_CONF_ENV_FILE: at('no-rabbitmq-env.conf'),
    RABBITMQ_CONFIG_FILE: at('rabbitmq.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: at('enabled_plugins'),
    RABBITMQ_NODENAME: `orchard${port}@localhost`,
    ERL_EPMD_PORT: String(mapperPort),
    RABBITMQ_DIST_PORT: String(nodesPort),
    RABBITMQ_MNESIA_BASE: at('data'),
    RABBITMQ_LOG_BASE: at('logs'),
    RABBITMQ_PID_FILE: at('pid'),
    // Schedulers that spin while they wait would take the cores from the tests.
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '+sbwt none +sbwtdcpu none +sbwtdio none',
  };
}
