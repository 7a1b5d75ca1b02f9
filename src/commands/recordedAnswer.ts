import type { DomainEvent, Recorded } from '../domain/kernel/decider.js';
import { Rejection } from '../domain/kernel/rejection.js';
import type { StreamName } from '../domain/kernel/stream.js';
import type { CommandContext } from './context.js';
import type { EventStore, Position } from './eventStore.js';
import { decode } from './storedEvents.js';
import type { Answered } from './streamFold.js';

/** What every answer to a command says: it is a function of the command's own events, so it can be given again. */
export interface RecordedAnswer<Event extends DomainEvent> {
  readonly events: readonly Recorded<Event>[];
  readonly revision: number;
  readonly position: Position;
}

/** Reads what a command recorded, to answer it again. @throws Rejection COMMAND_ID_REUSED when it was another request. */
export async function recordedAnswer<Event extends DomainEvent>(
  store: EventStore,
  stream: StreamName,
  { first, last }: Answered,
  { requestHash }: CommandContext,
): Promise<RecordedAnswer<Event>> {
  const stored = await store.readStream(stream, { from: first, limit: last - first + 1 });
  if (stored.at(-1)!.requestHash !== requestHash) {
    throw new Rejection('COMMAND_ID_REUSED', 'This id was used for another request: use a new Idempotency-Key.');
  }
  const events = stored.map((event) => decode<Event>(event));
  return { events, revision: last, position: stored.at(-1)!.position };
}
