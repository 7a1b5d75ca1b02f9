import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const READY = /Orchard .* is ready \((\d+) ms\)[\s\S]*?(http:\/\/127\.0\.0\.1:\d+)[\s\S]*kill \d+/;

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A loaded machine starts a process slowly: what these tests may take, each. */
export const PATIENCE_MILLIS = 60_000;

const running = new Set<ChildProcessWithoutNullStreams>();

/** Ends what a test left running, however the test ended. */
export async function killAll(): Promise<void> {
  const closed = [...running].map((child) => once(child, 'close'));
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(closed);
}

/** The command line as a process of its own, on what was built. */
function launch(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, ['bin/orchard.js', ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Runs a command to its end. */
export async function orchard(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = launch(args, env);
  const said = listenTo(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

function listenTo(child: ChildProcessWithoutNullStreams): { out: string; err: string } {
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  return said;
}

/** A running `orchard serve`. */
export class OrchardServer {
  /** Resolves when it says that it is ready. @throws when it ends before. */
  static start(dataDir: string, ...flags: string[]): Promise<OrchardServer> {
    return OrchardServer.launch(['serve', '--port', '0', '--data-dir', dataDir, ...flags], {});
  }

  /** The same with an environment that chooses adapters. */
  static startWith(env: Readonly<Record<string, string>>, ...flags: string[]): Promise<OrchardServer> {
    return OrchardServer.launch(['serve', '--port', '0', ...flags], env);
  }

  private static async launch(args: readonly string[], env: Readonly<Record<string, string>>): Promise<OrchardServer> {
    const began = performance.now();
    const child = launch(args, env);
    const said = listenTo(child);
    const ended = once(child, 'close').then(() => {
      throw new Error(`orchard serve ended before it was ready: ${said.err}`);
    });
    ended.catch(() => {});
    for (;;) {
      const ready = READY.exec(said.out);
      if (ready) return new OrchardServer(child, said, ready[2]!, performance.now() - began);
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
  }

  private constructor(
    private readonly child: ChildProcessWithoutNullStreams,
    readonly said: Readonly<{ out: string; err: string }>,
    readonly url: string,
    /** From launch to ready, the start of Node included. */
    readonly readyMillis: number,
  ) {}

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resident memory in megabytes (Linux). */
  residentMegabytes(): number {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))!;
    return Number(kilobytes) / 1024;
  }

  tell(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** @returns the exit code, null when the signal itself ended it. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const closed = once(this.child, 'close');
    this.tell(signal);
    const [code] = (await closed) as [number | null];
    return code;
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests look into it
  async get(path: string): Promise<any> {
    return (await fetch(this.url + path)).json();
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests look into it
  async post(path: string, body: unknown): Promise<any> {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  }
}
