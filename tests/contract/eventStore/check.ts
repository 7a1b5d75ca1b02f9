import type { EventStore } from '../../../src/commands/eventStore.js';

/** One thing every event store must do, against a store of its own or one that holds other streams too. */
export interface Check {
  readonly name: string;
  run(store: EventStore): Promise<void>;
}

/** One thing every store that outlives its process must do. `reopen` closes the store and opens it again. */
export interface DurableCheck {
  readonly name: string;
  run(store: EventStore, reopen: () => Promise<EventStore>): Promise<void>;
}

const PATIENCE_MS = 3_000;

/** What `work` gives, or a failure when it takes so long that it can be taken for hung. Aborts the signal it hands out. */
export async function within<T>(what: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing came for ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work(stop.signal), tooLate]);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
