import type { StreamName } from '../domain/kernel/stream.js';
import { type Appended, type EventToAppend, type ExpectedRevision, StoreUnavailable } from './eventStore.js';
import type { CommandDeps } from './ports.js';

const MAX_RESENDS = 3;

/**
 * Appends; after an unknown outcome sends the same bytes, ids and expected revision again: they are stored once,
 * whatever had happened.
 * @throws RevisionConflict; StoreUnavailable when the outcome stays unknown.
 */
export async function appendSurely(
  { store, machine }: CommandDeps,
  stream: StreamName,
  expected: ExpectedRevision,
  events: readonly EventToAppend[],
): Promise<Appended> {
  for (let resend = 0; ; resend++) {
    try {
      return await store.append(stream, expected, events);
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || resend === MAX_RESENDS) throw error;
      await machine.sleep(machine.random() * 20 * 2 ** resend);
    }
  }
}
