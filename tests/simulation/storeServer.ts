import { checkAppend } from '../../src/commands/appendLimits.js';
import {
  type Appended,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  RevisionConflict,
  START,
  type StoredEvent,
  StoreUnavailable,
} from '../../src/commands/eventStore.js';
import type { Dice } from '../oracle/generate/dice.js';
import type { Owner, Scheduler } from './scheduler.js';

/** An append as it reached the server. */
export interface Sent {
  readonly sender: string;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EventToAppend[];
  readonly reply: (outcome: Appended | Error) => void;
}

/** What became of an append, for those who watch. */
export type Fate = 'stored' | 'absorbed' | 'conflict';
export type Watcher = (sent: Sent, fate: Fate, stored: readonly StoredEvent[]) => void;

/**
 * The server of the log. Appends gather in a tail that is synced every few milliseconds; only then are they to be read
 * and acknowledged. A crash stores the first of the tail and drops the rest, and nobody hears which.
 *
 * Where the contract leaves it open it is as unkind as EventStoreDB: of a resend it compares ids, not bytes, and stores
 * a known id again at the current revision.
 */
export class StoreServer {
  readonly log: StoredEvent[] = [];
  up = true;
  readonly #owner: Owner = { name: 'store', alive: true };
  readonly #streams = new Map<string, StoredEvent[]>();
  #tail: Sent[] = [];
  #waiting: { readonly after: Position; readonly wake: (failure?: Error) => void }[] = [];

  constructor(
    private readonly scheduler: Scheduler,
    private readonly dice: Dice,
    private readonly watcher: Watcher,
    /** A planted server acknowledges before it syncs. */
    private readonly acknowledgesEarly = false,
  ) {}

  receive(sent: Sent): void {
    if (!this.up) {
      sent.reply(new StoreUnavailable('the store is down'));
      return;
    }
    if (this.#tail.length === 0) this.scheduler.after(this.#owner, this.dice.between(0, 4), 'sync', () => this.#sync());
    this.#tail.push(sent);
    if (this.acknowledgesEarly) this.#acknowledgeUnsynced(sent);
  }

  crash(): void {
    const synced = this.dice.between(0, this.#tail.length);
    const tail = this.#tail;
    this.#tail = [];
    for (const [index, { reply, ...sent }] of tail.entries()) {
      if (index < synced) this.#store({ ...sent, reply: () => {} });
      reply(new StoreUnavailable('the store crashed'));
    }
    this.up = false;
    for (const { wake } of this.#waiting.splice(0)) wake(new StoreUnavailable('the store crashed'));
    this.scheduler.after(this.#owner, this.dice.between(100, 8_000), 'restart', () => {
      this.up = true;
    });
  }

  stream(name: string): readonly StoredEvent[] {
    return this.#streams.get(name) ?? [];
  }

  head(): Position {
    return this.log.at(-1)?.position ?? START;
  }

  /** Calls when there is more than this, or when the connection breaks. */
  whenMore(after: Position, wake: (failure?: Error) => void): void {
    if (Number(after) < this.log.length) wake();
    else this.#waiting.push({ after, wake });
  }

  #sync(): void {
    const tail = this.#tail;
    this.#tail = [];
    for (const sent of tail) this.#store(sent);
    const more = this.#waiting.filter(({ after }) => Number(after) < this.log.length);
    this.#waiting = this.#waiting.filter((one) => !more.includes(one));
    for (const { wake } of more) wake();
  }

  #store(sent: Sent): void {
    const { stream, expected, events, reply } = sent;
    try {
      checkAppend(expected, events);
    } catch (error) {
      reply(error as Error);
      return;
    }
    const known = this.#streams.get(stream) ?? [];
    const next = expected === 'none' ? 0 : expected + 1;
    if (next !== known.length) {
      const same = events.every(({ id }, index) => known[next + index]?.id === id);
      const last = known[next + events.length - 1];
      this.watcher(sent, same ? 'absorbed' : 'conflict', []);
      const actual = known.length === 0 ? 'none' : known.length - 1;
      reply(same && last ? appended(last) : new RevisionConflict(stream, expected, actual));
      return;
    }
    const stored = events.map((event, index): StoredEvent => {
      const position = String(this.log.length + index + 1);
      return Object.freeze({ ...event, stream, revision: next + index, position });
    });
    this.log.push(...stored);
    this.#streams.set(stream, [...known, ...stored]);
    this.watcher(sent, 'stored', stored);
    reply(appended(stored.at(-1)!));
  }

  #acknowledgeUnsynced({ stream, expected, events, reply }: Sent): void {
    const next = expected === 'none' ? 0 : expected + 1;
    if (next !== this.stream(stream).length) return;
    reply({ revision: next + events.length - 1, position: String(this.log.length + events.length) });
  }
}

function appended({ revision, position }: StoredEvent): Appended {
  return { revision, position };
}
