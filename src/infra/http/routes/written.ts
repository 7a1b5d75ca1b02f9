import type { Outcome } from '../../../commands/execute.js';
import type { DomainEvent } from '../../../domain/kernel/decider.js';
import type { Instant } from '../../../domain/kernel/instant.js';
import type { ApiDeps } from '../apiDeps.js';
import { type ApiResponse, jsonAnswer } from '../apiResponse.js';

/**
 * The answer to a command: a function of its outcome alone, so that asking again is answered with the same bytes.
 * A command that changed nothing is not remembered; it is answered with what is so now.
 */
export async function written<State, Event extends DomainEvent>(
  { deps: { store, machine } }: ApiDeps,
  outcome: Outcome<State, Event>,
  location: string,
  show: (state: State, at: Instant) => Readonly<Record<string, unknown>>,
): Promise<ApiResponse> {
  const { state, events, revision, replayed } = outcome;
  const position = outcome.position ?? (await store.head());
  const created = events[0]?.revision === 0;
  const shown = show(state, events.at(-1)?.recordedAt ?? machine.now());
  // Assigned: a literal that goes on after its first spread takes Node 20 some microseconds, twenty times as long.
  const body = Object.assign({}, shown, { revision, position, changed: events.length > 0 });
  return jsonAnswer(created ? 201 : 200, body, {
    etag: `"${revision}"`,
    'orchard-position': position,
    ...(created && { location }),
    ...(replayed && { 'idempotent-replayed': 'true' }),
  });
}
