import type { Aggregate, DomainEvent, Recorded } from '../domain/kernel/decider.js';
import { Rejection } from '../domain/kernel/rejection.js';
import { streamName } from '../domain/kernel/stream.js';
import { appendSurely } from './appendSurely.js';
import type { CommandContext } from './context.js';
import { type Decide, decideCommand } from './decideCommand.js';
import { type ExpectedRevision, RevisionConflict } from './eventStore.js';
import { loadStream } from './loadStream.js';
import type { CommandDeps } from './ports.js';
import { recordedAnswer } from './recordedAnswer.js';

export type { Decide } from './decideCommand.js';

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

export const MAX_ATTEMPTS = 10;

/**
 * The one loop: load, decide, append at the revision that was loaded; on conflict load and decide again. GroupCommit is
 * the same loop for many commands at once, made of the same pieces.
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
  const { store, machine } = deps;
  const stream = streamName(aggregate.category, context.shop, id);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const loaded = await loadStream(store, aggregate, stream);
    const answered = loaded.answered.get(context.commandId);
    if (answered) {
      const recorded = await recordedAnswer<Event>(store, stream, answered, context);
      const { state } = await loadStream(store, aggregate, stream, answered.last);
      return { state, ...recorded, replayed: true };
    }
    const { events, toAppend } = decideCommand(loaded, { context, decide }, machine);
    if (toAppend.length === 0) {
      return { state: loaded.state, events, revision: loaded.revision, position: null, replayed: false };
    }
    try {
      const { revision, position } = await appendSurely(deps, stream, loaded.revision, toAppend);
      return { state: events.reduce(aggregate.evolve, loaded.state), events, revision, position, replayed: false };
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      if (attempt < MAX_ATTEMPTS) await machine.sleep(machine.random() * 2 ** attempt);
    }
  }
  throw streamBusy();
}

/** Others were faster every time. */
export function streamBusy(): Rejection {
  return new Rejection('STREAM_BUSY', 'Others changed it every time: try again.', { attempts: MAX_ATTEMPTS });
}
