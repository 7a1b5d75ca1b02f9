import { setTimeout as sleep } from 'node:timers/promises';
import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import { type Position, type StoredEvent, StoreUnavailable } from '../../commands/eventStore.js';
import type { Connection } from './connection.js';
import { failureOfCall } from './failures.js';
import type { LogReader } from './logReader.js';
import { placeOf } from './place.js';
import { positionOf, storedEvent } from './recordedEvent.js';
import { Subscription } from './subscription.js';

const MOST_IN_A_BATCH = 512;
/** Subscriptions that failed one after the other without bringing anything: the last wait is 1.6 s, all are 3 s. */
const MOST_FAILURES = 6;
const FIRST_WAIT_MILLIS = 100;

/** Follows the log through one subscription after the other, each from where the one before was handled. */
export class Follower {
  #position: Position;
  #failures = 0;

  constructor(
    private readonly connection: Connection,
    private readonly reader: LogReader,
    after: Position,
    private readonly idleMillis: number,
  ) {
    placeOf(after);
    this.#position = after;
  }

  /** @throws StoreUnavailable when subscribing keeps failing; RangeError for a position of another log. */
  async *batches(signal: AbortSignal): AsyncGenerator<readonly StoredEvent[], void, undefined> {
    while (!signal.aborted) {
      const subscription = new Subscription(await this.connection.line, this.#position);
      try {
        yield* this.#from(subscription, signal);
      } finally {
        await subscription.end();
      }
      if (!signal.aborted && subscription.over) await this.#pauseAfter(subscription.over, signal);
    }
  }

  async *#from(subscription: Subscription, signal: AbortSignal) {
    while (!signal.aborted) {
      const taken = subscription.take(MOST_IN_A_BATCH);
      if (taken.length > 0) {
        this.#failures = 0;
        const events = taken.map(storedEvent).filter((event) => event !== undefined);
        if (events.length > 0) yield events;
        this.#handled(taken);
      } else if (subscription.over) {
        return;
      } else {
        await subscription.change(this.idleMillis, signal);
        if (signal.aborted) return;
        if (subscription.silence >= this.idleMillis && (await this.#missesSomething(signal))) return;
      }
    }
  }

  // Kept events of the server or of another program count too: reading them again would bring nothing.
  #handled(taken: readonly AllStreamResolvedEvent[]): void {
    this.#position = taken.map(positionOf).findLast((at) => at !== undefined) ?? this.#position;
  }

  /** A silent subscription may be idle or dead: the log itself knows. */
  async #missesSomething(signal: AbortSignal): Promise<boolean> {
    try {
      return (await this.reader.after(this.#position, 1)).length > 0;
    } catch (error) {
      if (signal.aborted) return true;
      throw error;
    }
  }

  async #pauseAfter(failure: Error, signal: AbortSignal): Promise<void> {
    this.#failures++;
    try {
      // A read says what is wrong better than a subscription does.
      await this.reader.after(this.#position, 1);
      if (this.#failures >= MOST_FAILURES) throw failureOfCall(`follow after ${this.#position}`, failure);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof StoreUnavailable) || this.#failures >= MOST_FAILURES) throw error;
    }
    await sleep(FIRST_WAIT_MILLIS * 2 ** (this.#failures - 1), undefined, { signal }).catch(() => {});
  }
}
