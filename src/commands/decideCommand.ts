import { type DomainEvent, holdsFrom, type Recorded } from '../domain/kernel/decider.js';
import { type Instant, later } from '../domain/kernel/instant.js';
import { Rejection } from '../domain/kernel/rejection.js';
import type { CommandContext } from './context.js';
import type { EventToAppend } from './eventStore.js';
import type { Machine } from './ports.js';
import { encode } from './storedEvents.js';
import type { Loaded } from './streamFold.js';

export type Decide<State, Event extends DomainEvent> = (state: State, at: Instant) => readonly Event[];

/** A command as it meets its stream. */
export interface Asked<State, Event extends DomainEvent> {
  readonly context: CommandContext;
  readonly decide: Decide<State, Event>;
}

/** What a command decided, as the domain says it and as it is stored: pairs, none when there is nothing to record. */
export interface Decided<Event extends DomainEvent> {
  readonly events: readonly Recorded<Event>[];
  readonly toAppend: readonly EventToAppend[];
}

/**
 * Decides a command on what was loaded, at the time of the clock or of the stream's last event if that is later.
 * @throws Rejection of the decision; REVISION_CHANGED when the caller saw another revision.
 */
export function decideCommand<State, Event extends DomainEvent>(
  loaded: Loaded<State>,
  { context, decide }: Asked<State, Event>,
  machine: Machine,
): Decided<Event> {
  refuseOtherRevision(loaded, context);
  const at = later(machine.now(), loaded.lastRecordedAt);
  const next = loaded.revision === 'none' ? 0 : loaded.revision + 1;
  const decided = decide(loaded.state, at);
  const toAppend = decided.map((event) => envelope(event, at, context, machine.newId()));
  const events = decided.map((event, index) => {
    const { recordedAt, effectiveFrom } = toAppend[index]!;
    return Object.assign({}, event, { revision: next + index, recordedAt, effectiveFrom });
  });
  return { events, toAppend };
}

function refuseOtherRevision(loaded: Loaded<unknown>, { seenRevision }: CommandContext): void {
  if (seenRevision === undefined || seenRevision === loaded.revision) return;
  throw new Rejection('REVISION_CHANGED', 'It changed since you read it: read it again, then decide.', {
    seen: seenRevision,
    current: loaded.revision,
  });
}

function envelope(event: DomainEvent, at: Instant, context: CommandContext, id: string): EventToAppend {
  const { shop, actor, commandId, requestHash, correlation, causation } = context;
  const { type, schemaVersion, data } = encode(event);
  return {
    id,
    type,
    schemaVersion,
    data,
    shop,
    recordedAt: at,
    effectiveFrom: holdsFrom({ at, effectiveFrom: event.effectiveFrom }),
    actor: { principal: actor.principal, role: actor.role },
    commandId,
    requestHash,
    correlation,
    ...(causation && { causation }),
  };
}
