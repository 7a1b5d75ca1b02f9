import type { DomainEvent } from '../domain/kernel/decider.js';
import { type Command, refuseOtherRoles } from './command.js';
import type { CommandContext } from './context.js';
import type { Committed, GroupCommit } from './groupCommit.js';

/** What commands for hot streams need: one group commit a process, shared by all of them. */
export interface HotDeps {
  readonly commits: GroupCommit;
}

/**
 * `handle` for a stream that many commands reach at once. What a command makes is remembered by its id, so a step taken
 * again after it was undone (a hold after its release) takes a new command id.
 * @throws Rejection ROLE_MISSING, OVERLOADED and those of `handle`.
 */
export async function handleHot<Message, State, Event extends DomainEvent>(
  { commits }: HotDeps,
  command: Command<Message, State, Event>,
  context: CommandContext,
  message: Message,
): Promise<Committed<Event>> {
  refuseOtherRoles(command, context);
  return commits.submit(command.aggregate, command.target(message), context, (state, at) =>
    command.decide(state, message, at),
  );
}
