import { comparePositions, type EventStore, type Position, START, type StoredEvent } from '../eventStore.js';

const PAGE = 1_000;

/** Reads a log one event after the other, in its order, up to the end it had when the reading began. */
export class EventsInOrder {
  #page: readonly StoredEvent[] = [];
  #next = 0;
  #last: Position = START;

  private constructor(
    private readonly store: EventStore,
    readonly end: Position,
  ) {}

  static async of(store: EventStore): Promise<EventsInOrder> {
    return new EventsInOrder(store, await store.head());
  }

  /** The next event, without taking it; undefined at the end. */
  async peek(): Promise<StoredEvent | undefined> {
    if (this.#next === this.#page.length && comparePositions(this.#last, this.end) < 0) {
      this.#page = await this.store.readAll(this.#last, PAGE);
      this.#next = 0;
    }
    const event = this.#page[this.#next];
    return event && comparePositions(event.position, this.end) <= 0 ? event : undefined;
  }

  async take(): Promise<StoredEvent | undefined> {
    const event = await this.peek();
    if (event) {
      this.#next++;
      this.#last = event.position;
    }
    return event;
  }
}
