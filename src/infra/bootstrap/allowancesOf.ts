import type { EventStore } from '../../commands/eventStore.js';
import { loadStream } from '../../commands/loadStream.js';
import type { LoadAllowance } from '../../projections/allowances/allowancesInMemory.js';
import { followedAllowance } from '../../projections/allowances/followedAllowance.js';

/** Folds allowances out of a log, for the view that shows what is left of them. */
export function allowancesOf(store: EventStore): LoadAllowance {
  return async (stream) => {
    const { state, revision } = await loadStream(store, followedAllowance, stream);
    return revision === 'none' ? undefined : { ...state, revision };
  };
}
