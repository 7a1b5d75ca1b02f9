// Starts a server as a process of its own and waits for the line that says where it listens.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** As deploy/Dockerfile and `npm start` run Orchard; the bare programs get the same. */
export const FLAGS = ['--max-semi-space-size=32'];
const ORCHARD = new URL('../../bin/orchard.js', import.meta.url).pathname;

/** Resolves to { url, millis, rss(), stop() } once a line of its output matches; the first group is its port or URL. */
export async function childServer(args, pattern, env = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, [...FLAGS, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = pattern.exec(line);
      if (found) resolve(found[1].startsWith('http') ? found[1] : `http://127.0.0.1:${found[1]}`);
    });
  });
  child.removeAllListeners('exit');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    url,
    pid: child.pid,
    millis: performance.now() - started,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Orchard itself on a data folder. */
export function orchardServer(folder, options = []) {
  return childServer(
    [ORCHARD, 'serve', '--port', '0', '--data-dir', folder, ...options],
    /(http:\/\/127\.0\.0\.1:\d+)/,
  );
}
