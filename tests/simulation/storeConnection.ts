import {
  type Appended,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type StoredEvent,
  StoreUnavailable,
  type StreamSlice,
} from '../../src/commands/eventStore.js';
import type { Dice } from '../oracle/generate/dice.js';
import type { Mischief } from './faults.js';
import type { Owner, Scheduler } from './scheduler.js';
import type { StoreServer } from './storeServer.js';

const PATIENCE_MILLIS = 2_000;
const FOLLOW_PAGE = 64;

/** The network: what is under way on it arrives, whoever dies meanwhile. */
const network: Owner = { name: 'network', alive: true };

/** The log as one process reaches it: over a network that delays and loses, and with a life that may end at any append. */
export class StoreConnection implements EventStore {
  constructor(
    private readonly server: StoreServer,
    private readonly scheduler: Scheduler,
    private readonly mischief: Mischief,
    private readonly dice: Dice,
    private readonly owner: Owner,
    private readonly die: () => void,
  ) {}

  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended> {
    const { mischief } = this;
    return new Promise((resolve, reject) => {
      if (!this.owner.alive) return;
      const giveUp = () =>
        this.#later(PATIENCE_MILLIS, 'no answer', () => reject(new StoreUnavailable('no answer from the store')));
      let delay = this.#latency();
      let isHeard = true;
      let diesAfter = false;
      if (mischief.happens('process dies before its append is stored')) {
        this.die();
        return;
      }
      if (mischief.happens('process dies and its append arrives later')) {
        delay += this.dice.between(0, 10_000);
        this.die();
      } else if (mischief.happens('append is lost on its way')) {
        giveUp();
        return;
      } else if (mischief.happens('append arrives after its sender gave up')) {
        delay += this.dice.between(PATIENCE_MILLIS, 4 * PATIENCE_MILLIS);
        isHeard = false;
        giveUp();
      } else if (mischief.happens('acknowledgement is lost')) {
        isHeard = false;
        giveUp();
      } else if (mischief.happens('process dies after its append is stored')) {
        diesAfter = true;
      }
      const reply = (outcome: Appended | Error) => {
        if (diesAfter && !(outcome instanceof Error) && this.owner.alive) this.die();
        if (!isHeard) return;
        this.#later(this.#latency(), `answer of ${stream}`, () =>
          outcome instanceof Error ? reject(outcome) : resolve(outcome),
        );
      };
      this.scheduler.after(network, delay, `append to ${stream}`, () => {
        this.server.receive({ sender: this.owner.name, stream, expected, events, reply });
        if (mischief.happens('store crashes and drops its unsynced tail')) this.server.crash();
      });
    });
  }

  readStream(name: string, { from, direction, limit = 1_000 }: StreamSlice = {}): Promise<readonly StoredEvent[]> {
    return this.#read(`read ${name}`, () => {
      const stored = this.server.stream(name);
      if (direction !== 'backward') return stored.slice(from ?? 0, (from ?? 0) + limit);
      const end = Math.min(from ?? Number.POSITIVE_INFINITY, stored.length - 1) + 1;
      return stored.slice(Math.max(0, end - limit), end).reverse();
    });
  }

  readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    return this.#read('read all', () => this.server.log.slice(Number(after), Number(after) + limit));
  }

  head(): Promise<Position> {
    return this.#read('read head', () => this.server.head());
  }

  async *follow(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    let next = Number(after);
    while (!signal.aborted) {
      const page = await this.#pageAfter(next, signal);
      next += page.length;
      if (page.length > 0) yield page;
    }
  }

  async close(): Promise<void> {}

  /** The next events as soon as there are any; what comes together travels together. */
  #pageAfter(next: number, signal: AbortSignal): Promise<readonly StoredEvent[]> {
    return new Promise((resolve, reject) => {
      const stop = () => resolve([]);
      signal.addEventListener('abort', stop);
      this.server.whenMore(String(next), (failure) =>
        this.#later(this.dice.between(0, 25), 'follow', () => {
          signal.removeEventListener('abort', stop);
          if (failure) reject(failure);
          else resolve(this.server.log.slice(next, next + FOLLOW_PAGE));
        }),
      );
    });
  }

  #read<T>(label: string, read: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.mischief.happens('read is lost')) {
        this.#later(PATIENCE_MILLIS, 'no answer', () => reject(new StoreUnavailable('no answer from the store')));
        return;
      }
      this.#later(this.#latency(), label, () => {
        if (this.server.up) resolve(read());
        else reject(new StoreUnavailable('the store is down'));
      });
    });
  }

  #latency(): number {
    return this.dice.between(0, 6) + (this.mischief.happens('store is slow') ? this.dice.between(100, 1_500) : 0);
  }

  #later(millis: number, label: string, work: () => void): void {
    this.scheduler.after(this.owner, millis, label, work);
  }
}
