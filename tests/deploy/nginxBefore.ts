import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../infra/rabbitmq/until.js';
import { freePort } from '../servers/freePort.mjs';

export interface Nginx {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * deploy/nginx.conf, run before apis of this machine: changed are only addresses, where temporary files lie, and that
 * nothing is resolved (which Debian's nginx cannot).
 * @param folder of its own
 */
export async function nginxBefore(program: string, apis: readonly string[], folder: string): Promise<Nginx> {
  const port = await freePort();
  const left = [...apis];
  const conf = readFileSync('deploy/nginx.conf', 'utf8')
    .replace(/server api-\d:3000 resolve/g, () => `server ${left.shift()}`)
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('worker_processes auto', 'worker_processes 1')
    .replace('/dev/stdout', join(folder, 'access.log'))
    .replace('/dev/stderr', join(folder, 'error.log'))
    .replace('http {', `http {\n${TEMPORARY.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n')}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nginx.conf'), conf);
  const settings = `daemon off; pid ${folder}/pid; user root;`;
  const flags = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log'), '-g', settings];
  const child = spawn(program, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  const url = `http://127.0.0.1:${port}`;
  await answers(url, child);
  return {
    url,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** @throws Error with what nginx said when it ended instead. */
async function answers(url: string, child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`);
    return (await fetch(url).catch(() => undefined)) !== undefined;
  });
}
