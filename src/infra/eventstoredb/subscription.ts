import { type AllStreamResolvedEvent, type AllStreamSubscription, excludeSystemEvents } from '@eventstore/db-client';
import type { Position } from '../../commands/eventStore.js';
import type { Line } from './connection.js';
import { placeOf } from './place.js';

/** Events waiting in this process for one follower; beyond that the server waits. */
const MOST_BUFFERED = 512;

/**
 * One subscription of the server to all events after a position: a queue to take from, and what it means that nothing
 * comes. When the server is lost the client says so at best once, by `error`, and never subscribes again.
 */
export class Subscription {
  readonly #events: AllStreamSubscription;
  readonly #wakers = new Set<() => void>();
  #over: Error | undefined;
  #lastSign = performance.now();

  constructor({ client, gone }: Line, after: Position) {
    const sign = () => {
      this.#lastSign = performance.now();
    };
    const filter = excludeSystemEvents({ checkpointReached: async () => sign() });
    this.#events = client.subscribeToAll({ fromPosition: placeOf(after), filter }, { highWaterMark: MOST_BUFFERED });
    this.#events
      .on('readable', () => {
        sign();
        this.#wake();
      })
      .on('confirmation', sign)
      .on('error', (error: Error) => this.#end(error))
      .on('end', () => this.#end(new Error('EventStoreDB ended the subscription')))
      .on('close', () => this.#end(new Error('the subscription was closed')));
    if (gone.aborted) this.#end(new Error('the client was given up'));
    gone.addEventListener('abort', () => this.#end(new Error('the client was given up')), { once: true });
  }

  /** Why no more will come, once what has come is taken. */
  get over(): Error | undefined {
    return this.#over;
  }

  /** How long nothing has come, in milliseconds: neither an event nor a checkpoint. */
  get silence(): number {
    return performance.now() - this.#lastSign;
  }

  /** What has come, at most so many. */
  take(most: number): AllStreamResolvedEvent[] {
    const taken: AllStreamResolvedEvent[] = [];
    while (taken.length < most) {
      const next = this.#events.read() as AllStreamResolvedEvent | null;
      if (next === null) break;
      taken.push(next);
    }
    return taken;
  }

  /** Resolves when something may have changed, or after so many milliseconds, or when the signal aborts. */
  change(millis: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#wakers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, millis);
      signal.addEventListener('abort', wake);
      this.#wakers.add(wake);
      if (this.#over || signal.aborted) wake();
    });
  }

  /** Lets the server know, and forgets what has come and was not taken. */
  async end(): Promise<void> {
    this.#events.removeAllListeners('readable');
    this.#events.resume();
    await this.#events.unsubscribe().catch(() => {});
  }

  #end(error: Error): void {
    this.#over ??= error;
    this.#wake();
  }

  #wake(): void {
    for (const wake of [...this.#wakers]) wake();
  }
}
