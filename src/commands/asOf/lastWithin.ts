import { type EventStore, type Position, START, type StoredEvent } from '../eventStore.js';

/** The store lets others have a turn after each. */
const PAGE = 512;

/**
 * The last event before the first that is not within a bound; undefined: the first event is beyond it. Found by halving
 * where positions count (twenty reads in a million events), else by reading the log from its beginning.
 */
export async function lastWithin(
  store: EventStore,
  isWithin: (event: StoredEvent) => boolean,
): Promise<StoredEvent | undefined> {
  return store.positionsCount ? halved(store, isWithin) : searched(store, isWithin);
}

async function halved(store: EventStore, isWithin: (event: StoredEvent) => boolean): Promise<StoredEvent | undefined> {
  let found: StoredEvent | undefined;
  let within = 0;
  let beyond = Number(await store.head()) + 1;
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    const [event] = await store.readAll(String(middle - 1), 1);
    if (event && isWithin(event)) {
      found = event;
      within = middle;
    } else {
      beyond = middle;
    }
  }
  return found;
}

async function searched(
  store: EventStore,
  isWithin: (event: StoredEvent) => boolean,
): Promise<StoredEvent | undefined> {
  let found: StoredEvent | undefined;
  for (let after: Position = START; ; after = found!.position) {
    const page = await store.readAll(after, PAGE);
    for (const event of page) {
      if (!isWithin(event)) return found;
      found = event;
    }
    if (page.length < PAGE) return found;
  }
}
