import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Debian's, for which Debian packages the client. */
const PYTHON = '/usr/bin/python3';

/** Why the examples in Python cannot run here; null: they can. */
export function withoutPika(): string | null {
  try {
    execFileSync(PYTHON, ['-c', 'import pika'], { stdio: 'ignore' });
    return null;
  } catch {
    return "no pika for Python: Debian's package python3-pika has it (.ci/install-servers installs it)";
  }
}

/** Runs an example to its end and answers the JSON it says last. */
export async function runExample(name: string, args: readonly string[], env: Record<string, string>) {
  const child = example(name, args, env);
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, said: JSON.parse(out) };
}

/** Starts an example; resolves when it has said its first word. */
export async function startExample(name: string, args: readonly string[], env: Record<string, string>) {
  const child = example(name, args, env);
  const closed = once(child, 'close');
  const first = await Promise.race([once(child.stdout, 'data'), closed]);
  if (child.exitCode !== null) throw new Error(`${name} ended before it said anything: ${first}`);
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

function example(name: string, args: readonly string[], env: Record<string, string>) {
  return spawn(PYTHON, [`examples/python/${name}`, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
