import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '../../commands/eventStore.js';
import type { AnyProjection } from '../../projections/projection.js';
import { RebuildUnderWay, rebuild } from '../../projections/rebuild.js';
import type { ViewStore } from '../../projections/viewStore.js';

const LOOK_AGAIN_MILLIS = 500;

/**
 * Brings tables that other processes share to the version of this one: made beside those of the older version, which
 * serve its processes until they are swapped. Of several that start together one does it and the others wait.
 */
export async function renewTables(
  store: EventStore,
  views: ViewStore,
  projections: readonly AnyProjection[],
  say: (sentence: string) => void,
): Promise<void> {
  for (const projection of projections) {
    const { name } = projection;
    for (;;) {
      const { version } = await views.checkpoint(projection);
      if (version >= projection.version) break;
      say(
        `The tables of ${name} are of version ${version}: making those of version ${projection.version} beside them.`,
      );
      try {
        await rebuild(store, views, projection);
      } catch (error) {
        if (!(error instanceof RebuildUnderWay)) throw error;
        await sleep(LOOK_AGAIN_MILLIS);
      }
    }
  }
}
