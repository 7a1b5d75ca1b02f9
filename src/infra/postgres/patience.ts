import { setTimeout as sleep } from 'node:timers/promises';
import { isLost } from './lostConnection.js';

const WAITS_MILLIS = [20, 100, 400, 1_000];
/** A call that took so long to fail is not made again: its caller has waited enough. */
const LONGEST_MILLIS = 4_000;

/**
 * Makes calls again that failed with their connection, a few times within seconds: a restarted server is not noticed.
 * While it stays away only the first call waits; the others fail at once, until one succeeds.
 */
export class Patience {
  #away = false;

  /** @throws what the last call threw. Only for calls that may be made twice. */
  async call<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    for (let tries = 0; ; tries++) {
      try {
        const result = await work();
        this.#away = false;
        return result;
      } catch (error) {
        const wait = WAITS_MILLIS[tries];
        if (!isLost(error)) throw error;
        if (this.#away || wait === undefined || performance.now() - began > LONGEST_MILLIS) {
          this.#away = true;
          throw error;
        }
        await sleep(wait);
      }
    }
  }
}
