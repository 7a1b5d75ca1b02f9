import { EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '../../commands/eventStore.js';
import { isStreamNotFound, kindOf } from './failures.js';
import { within } from './timeLimit.js';

/** The client keeps what it learned of the server, a failure too, for ever: so many equal ones and it is replaced. */
const MOST_EQUAL_FAILURES = 3;
const DISPOSE_MILLIS = 1_000;

/** One client, until it is given up. */
export interface Line {
  readonly client: EventStoreDBClient;
  /** Aborts when the client is given up: its streams end without a word. */
  readonly gone: AbortSignal;
}

interface HeldLine extends Line {
  readonly giveUp: AbortController;
}

/** The client of a store, and the next one when that keeps failing in the same way. */
export class Connection {
  #line: Promise<HeldLine>;
  #trouble = '';
  #equalFailures = 0;
  #closed = false;
  readonly #underWay = new Set<Promise<void>>();

  /** Connects at the first call. @throws what the client says of a URL it cannot read. */
  constructor(
    private readonly url: string,
    private readonly callMillis: number,
  ) {
    this.#line = Promise.resolve(this.#connect());
  }

  /** The client of now, for what outlives a call. */
  get line(): Promise<Line> {
    return this.#line;
  }

  /**
   * Runs a call, which has its time to end in, or to get on in.
   * @throws StoreUnavailable when it is too late or the store is closed, and what `work` throws.
   */
  async call<T>(what: string, work: (client: EventStoreDBClient, alive: () => void) => Promise<T>): Promise<T> {
    this.refuseWhenClosed();
    const line = this.#line;
    const result = within(this.callMillis, what, async (alive) => work((await line).client, alive));
    const settled = result.then(
      () => this.#sound(),
      (error) => (isStreamNotFound(error) ? this.#sound() : this.#failed(line, kindOf(error))),
    );
    this.#underWay.add(settled);
    settled.finally(() => this.#underWay.delete(settled));
    return result;
  }

  refuseWhenClosed(): void {
    if (this.#closed) throw new StoreUnavailable('the event store is closed');
  }

  /** Waits for the calls under way, then lets the client go. Twice is once. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#underWay);
    await letGo(this.#line);
  }

  #connect(): HeldLine {
    const giveUp = new AbortController();
    return { client: EventStoreDBClient.connectionString(this.url), gone: giveUp.signal, giveUp };
  }

  #sound(): void {
    this.#equalFailures = 0;
  }

  #failed(line: Promise<HeldLine>, trouble: string): void {
    if (line !== this.#line) return;
    this.#equalFailures = trouble === this.#trouble ? this.#equalFailures + 1 : 1;
    this.#trouble = trouble;
    if (this.#equalFailures < MOST_EQUAL_FAILURES) return;
    this.#equalFailures = 0;
    this.#line = letGo(line).then(() => this.#connect());
  }
}

async function letGo(line: Promise<HeldLine>): Promise<void> {
  const { client, giveUp } = await line;
  giveUp.abort();
  await within(DISPOSE_MILLIS, 'letting the client go', () => client.dispose()).catch(() => {});
}
