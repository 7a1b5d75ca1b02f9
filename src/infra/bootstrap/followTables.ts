import { comparePositions, type EventStore } from '../../commands/eventStore.js';
import type { Projector } from '../../projections/projector.js';
import type { Followers, Following } from './followers.js';

/** Keeps the tables up to date with the log, as long as the process lives. */
export function followTables(followers: Followers, store: EventStore, projector: Projector): void {
  followers.follow('tables', tablesKept(store, projector));
}

/** The work of keeping tables, until it fails or is stopped. */
export function tablesKept(store: EventStore, projector: Projector): Following {
  return async (signal, alive) => {
    // After a failure the checkpoints in the tables say where to go on, not what this process remembers.
    await projector.open(() => store.head());
    const head = await store.head();
    if (projector.status().every(({ position }) => comparePositions(position, head) >= 0)) alive();
    await projector.run(signal, alive);
  };
}
