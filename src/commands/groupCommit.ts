import type { Aggregate, DomainEvent, Recorded } from '../domain/kernel/decider.js';
import type { CommandContext } from './context.js';
import type { ExpectedRevision } from './eventStore.js';
import { type Decide, execute } from './execute.js';
import type { CommandDeps } from './ports.js';

/** What a command of a hot stream made true; the answer to it is a function of its own events alone. */
export interface Committed<Event extends DomainEvent> {
  readonly events: readonly Recorded<Event>[];
  /** Of the stream after the command; `none` when it decided nothing on a stream that does not exist. */
  readonly revision: ExpectedRevision;
  /** Of the command's last event; null when it had nothing to record. */
  readonly position: string | null;
  /** Whether this command id had been answered before. */
  readonly replayed: boolean;
}

/** Commits commands for the same stream that arrive together as one append. */
export class GroupCommit {
  constructor(private readonly deps: CommandDeps) {}

  /** @throws like `execute`, and Rejection OVERLOADED. */
  async submit<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
    context: CommandContext,
    decide: Decide<State, Event>,
  ): Promise<Committed<Event>> {
    const { state: _, ...committed } = await execute(this.deps, aggregate, id, context, decide);
    return committed;
  }
}
