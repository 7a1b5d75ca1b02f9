import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_WAIT_MILLIS = 1_000;
const LONGEST_WAIT_MILLIS = 30_000;
/** A server that was away is taken up again soon: readers wait for what it brings. */
const LONGEST_WAIT_BESIDE_MILLIS = 4_000;

/** A loop that goes on until the signal aborts; it calls `alive` when it got on, `held` when something holds it up. */
export type Following = (signal: AbortSignal, alive: () => void, held: (why: string) => void) => Promise<void>;

/** Waits; an abort ends the waiting. */
export type Pause = (millis: number, signal: AbortSignal) => Promise<unknown>;

/**
 * Loops that follow the log for as long as the process lives. One that fails is started again, after a second, then
 * after longer and longer; until it has got on again its fault is shown by /readyz.
 */
export class Followers {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>[] = [];
  private readonly faults = new Map<string, string>();
  private readonly spared = new Set<string>();

  constructor(private readonly pause: Pause = (millis, signal) => sleep(millis, undefined, { signal })) {
    // Every loop listens to it, and there are as many as there are views: that is no leak.
    setMaxListeners(0, this.stopping.signal);
  }

  follow(name: string, run: Following): void {
    this.running.push(this.keepRunning(name, run));
  }

  /** One without which this process does all it promises its callers. */
  followBeside(name: string, run: Following): void {
    this.spared.add(name);
    this.follow(name, run);
  }

  /** Why this process cannot do what it promises. */
  fault(): string | null {
    const [first] = [...this.faults].filter(([name]) => !this.spared.has(name));
    return first?.[1] ?? null;
  }

  /** What else does not go on. */
  troubles(): readonly string[] {
    return [...this.faults].filter(([name]) => this.spared.has(name)).map(([, fault]) => fault);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async keepRunning(name: string, run: Following): Promise<void> {
    const { signal } = this.stopping;
    let wait = FIRST_WAIT_MILLIS;
    const alive = () => {
      wait = FIRST_WAIT_MILLIS;
      this.faults.delete(name);
    };
    const held = (why: string) => {
      this.faults.set(name, `${name}: ${why}`);
    };
    while (!signal.aborted) {
      try {
        // A loop that ends by itself has said why elsewhere: it waits at an event, or the store closed.
        return await run(signal, alive, held);
      } catch (error) {
        held(error instanceof Error ? error.message : String(error));
      }
      await this.pause(wait, signal).catch(() => {});
      wait = Math.min(wait * 2, this.spared.has(name) ? LONGEST_WAIT_BESIDE_MILLIS : LONGEST_WAIT_MILLIS);
    }
  }
}
