import type { Appended, EventStore, EventToAppend, ExpectedRevision } from '../../src/commands/eventStore.js';

/** What stands between a command and its store for one append: it may lose, delay or overtake it. */
export type Interference = (append: () => Promise<Appended>) => Promise<Appended>;

export interface Sent {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EventToAppend[];
}

/** A store that interferes with its first appends, one interference each, and remembers what it was sent. */
export class InterferingStore implements EventStore {
  readonly sent: Sent[] = [];
  readonly #interferences: Interference[];

  constructor(
    private readonly store: EventStore,
    interferences: readonly Interference[],
  ) {
    this.#interferences = [...interferences];
  }

  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended> {
    this.sent.push({ stream, expected, events });
    const interfere = this.#interferences.shift() ?? ((append) => append());
    return interfere(() => this.store.append(stream, expected, events));
  }

  readStream: EventStore['readStream'] = (stream, slice) => this.store.readStream(stream, slice);
  readAll: EventStore['readAll'] = (after, limit) => this.store.readAll(after, limit);
  follow: EventStore['follow'] = (after, signal) => this.store.follow(after, signal);
  head: EventStore['head'] = () => this.store.head();
  close: EventStore['close'] = () => this.store.close();
}
