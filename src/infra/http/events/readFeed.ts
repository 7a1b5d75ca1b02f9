import type { EventStore, Position, StoredEvent } from '../../../commands/eventStore.js';

const PAGE = 1_000;
/** Of the whole log looked at for one answer, when most of it is not wanted. */
const MOST_PAGES = 20;
const MOST_BYTES = 4 * 1024 * 1024;

/** The text of an event that is wanted; null: it is not. */
export type Wanted = (event: StoredEvent) => string | null;

/** A stretch of the events that are wanted. */
export interface Feed {
  /** JSON texts. */
  readonly events: readonly string[];
  /** Where to go on: every event up to here was looked at. */
  readonly next: Position;
}

/** The wanted events after a position, as many as asked for or as one answer should hold. */
export async function readFeed(store: EventStore, wanted: Wanted, after: Position, limit: number): Promise<Feed> {
  const feed = new Stretch(wanted, after, limit);
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await store.readAll(feed.next, PAGE);
    if (!feed.take(page) || page.length < PAGE) break;
  }
  return feed;
}

/** Waits for the next wanted events after a position; empty when the signal aborts first. */
export async function awaitFeed(
  store: EventStore,
  wanted: Wanted,
  after: Position,
  limit: number,
  signal: AbortSignal,
): Promise<Feed> {
  const feed = new Stretch(wanted, after, limit);
  for await (const batch of store.follow(after, signal)) {
    feed.take(batch);
    if (feed.events.length > 0) break;
  }
  return feed;
}

class Stretch implements Feed {
  readonly events: string[] = [];
  next: Position;
  private bytes = 0;

  constructor(
    private readonly wanted: Wanted,
    after: Position,
    private readonly limit: number,
  ) {
    this.next = after;
  }

  /** Whether there is room for more after it. */
  take(events: readonly StoredEvent[]): boolean {
    for (const event of events) {
      if (this.isFull()) return false;
      const text = this.wanted(event);
      this.next = event.position;
      if (text === null) continue;
      this.events.push(text);
      this.bytes += Buffer.byteLength(text);
    }
    return !this.isFull();
  }

  private isFull(): boolean {
    return this.events.length >= this.limit || this.bytes >= MOST_BYTES;
  }
}
