import { type Aggregate, type DomainEvent, holdsFrom, type Recorded } from '../domain/kernel/decider.js';
import { type Instant, later } from '../domain/kernel/instant.js';
import { Rejection } from '../domain/kernel/rejection.js';
import { streamName } from '../domain/kernel/stream.js';
import type { CommandContext } from './context.js';
import {
  type Appended,
  type EventToAppend,
  type ExpectedRevision,
  RevisionConflict,
  StoreUnavailable,
} from './eventStore.js';
import { type Answered, type Loaded, loadStream } from './loadStream.js';
import type { CommandDeps } from './ports.js';
import { decode, encode } from './storedEvents.js';

/** What a command made true. The answer to it is a function of this alone, so it can be given again. */
export interface Outcome<State, Event extends DomainEvent> {
  readonly state: State;
  readonly events: readonly Recorded<Event>[];
  /** Of the stream after the command; `none` when it decided nothing on a stream that does not exist. */
  readonly revision: ExpectedRevision;
  /** Of the command's last event; null when it had nothing to record. */
  readonly position: string | null;
  /** Whether this command id had been answered before. */
  readonly replayed: boolean;
}

export type Decide<State, Event extends DomainEvent> = (state: State, at: Instant) => readonly Event[];

const MAX_ATTEMPTS = 10;
const MAX_RESENDS = 3;

/**
 * The one loop: load, decide, append at the revision that was loaded; on conflict load and decide again.
 * @throws Rejection of the decision; COMMAND_ID_REUSED; REVISION_CHANGED when the caller saw another revision;
 *   STREAM_BUSY when others were faster every time. StoreUnavailable and UnknownEvent pass through.
 */
export async function execute<State, Event extends DomainEvent>(
  deps: CommandDeps,
  aggregate: Aggregate<State, Event>,
  id: string,
  context: CommandContext,
  decide: Decide<State, Event>,
): Promise<Outcome<State, Event>> {
  const stream = streamName(aggregate.category, context.shop, id);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const loaded = await loadStream(deps.store, aggregate, stream);
    const answered = loaded.answered.get(context.commandId);
    if (answered) return answerAgain(deps, aggregate, stream, context, answered);
    refuseOtherRevision(loaded, context);

    const at = later(deps.machine.now(), loaded.lastRecordedAt);
    const decided = decide(loaded.state, at);
    if (decided.length === 0) {
      return { state: loaded.state, events: [], revision: loaded.revision, position: null, replayed: false };
    }
    const events = decided.map((event) => envelope(event, at, context, deps.machine.newId()));
    try {
      const { revision, position } = await appendSurely(deps, stream, loaded.revision, events);
      const recorded = recordedEvents<Event>(decided, events, revision);
      const state = recorded.reduce(aggregate.evolve, loaded.state);
      return { state, events: recorded, revision, position, replayed: false };
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      if (attempt < MAX_ATTEMPTS) await deps.machine.sleep(deps.machine.random() * 2 ** attempt);
    }
  }
  throw new Rejection('STREAM_BUSY', 'Others changed it every time: try again.', { attempts: MAX_ATTEMPTS });
}

function refuseOtherRevision(loaded: Loaded<unknown>, { seenRevision }: CommandContext): void {
  if (seenRevision === undefined || seenRevision === loaded.revision) return;
  throw new Rejection('REVISION_CHANGED', 'It changed since you read it: read it again, then decide.', {
    seen: seenRevision,
    current: loaded.revision,
  });
}

async function answerAgain<State, Event extends DomainEvent>(
  deps: CommandDeps,
  aggregate: Aggregate<State, Event>,
  stream: string,
  context: CommandContext,
  answered: Answered,
): Promise<Outcome<State, Event>> {
  if (answered.requestHash !== context.requestHash) {
    throw new Rejection('COMMAND_ID_REUSED', 'This id was used for another request: use a new Idempotency-Key.');
  }
  const last = answered.events.at(-1)!;
  const { state } = await loadStream(deps.store, aggregate, stream, last.revision);
  const events = answered.events.map((stored) => decode<Event>(stored));
  return { state, events, revision: last.revision, position: last.position, replayed: true };
}

// After an unknown outcome the same bytes, ids and expected revision: they are stored once, whatever had happened.
async function appendSurely(
  { store, machine }: CommandDeps,
  stream: string,
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

function envelope(event: DomainEvent, at: Instant, context: CommandContext, id: string): EventToAppend {
  const { shop, actor, commandId, requestHash, correlation, causation } = context;
  return {
    id,
    ...encode(event),
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

function recordedEvents<Event extends DomainEvent>(
  decided: readonly Event[],
  events: readonly EventToAppend[],
  lastRevision: number,
): Recorded<Event>[] {
  return decided.map((event, index) => {
    const { recordedAt, effectiveFrom } = events[index]!;
    return { ...event, revision: lastRevision - events.length + 1 + index, recordedAt, effectiveFrom };
  });
}
