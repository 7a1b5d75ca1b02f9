import { spawn } from 'node:child_process';
import { once } from 'node:events';

const PATIENCE_MILLIS = 60_000;

/**
 * Starts a server and resolves when its output says that it is ready.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ ready: RegExp, uid?: number, gid?: number, env?: NodeJS.ProcessEnv, cwd?: string }} how
 * @returns {Promise<{ pid: number, end: (signal: NodeJS.Signals) => Promise<void> }>} `end` resolves when it is gone.
 * @throws Error with what it said, when it ends before or is not ready in a minute.
 */
export async function serverProcess(command, args, { ready, ...options }) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const gone = once(child, 'close');
  let said = '';
  await new Promise((resolve, reject) => {
    const refuse = (why) => reject(new Error(`${command} ${why}: ${said}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      refuse('was not ready in a minute');
    }, PATIENCE_MILLIS);
    const settle = (how) => {
      clearTimeout(timer);
      how();
    };
    const listen = (chunk) => {
      said = (said + chunk).slice(-10_000);
      if (ready.test(said)) settle(resolve);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => settle(() => reject(error)));
    gone.then(
      () => settle(() => refuse('ended')),
      () => {},
    );
  });
  return {
    pid: child.pid,
    end: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
}
