import type { EventStore, Position } from '../../commands/eventStore.js';
import { StreamFold } from '../../commands/streamFold.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import type { KnownAllowance } from '../allowances/allowancesInMemory.js';
import { followedAllowance } from '../allowances/followedAllowance.js';
import { eventsUntil } from './eventsUntil.js';

/** An allowance and its history as of a position; undefined: nothing was held of it yet. @throws UnknownEvent */
export async function allowanceAsOf(
  store: Pick<EventStore, 'readStream'>,
  stream: StreamName,
  position: Position,
): Promise<KnownAllowance | undefined> {
  const fold = new StreamFold(followedAllowance);
  for await (const event of eventsUntil(store, stream, position)) fold.addStored(event);
  return fold.revision === 'none' ? undefined : { ...fold.state, revision: fold.revision };
}
