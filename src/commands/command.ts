import type { z } from 'zod';
import type { Aggregate, DomainEvent } from '../domain/kernel/decider.js';
import type { Instant } from '../domain/kernel/instant.js';
import { Rejection } from '../domain/kernel/rejection.js';
import type { CommandContext, Role } from './context.js';
import { execute, type Outcome } from './execute.js';
import type { CommandDeps } from './ports.js';

/** An intention, complete: who may have it, what it says, which aggregate decides it and how. */
export interface Command<Message, State, Event extends DomainEvent, Facts = void> {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly message: z.ZodType<Message>;
  readonly aggregate: Aggregate<State, Event>;
  /** The local id of the aggregate it is for. */
  readonly target: (message: Message) => string;
  /** What the decision must know beyond its aggregate, fetched before it; a decision may be made more than once. */
  readonly facts?: (deps: CommandDeps, context: CommandContext, message: Message) => Promise<Facts>;
  readonly decide: (state: State, message: Message, at: Instant, facts: Facts) => readonly Event[];
}

/** Carries a parsed message to its aggregate. @throws Rejection ROLE_MISSING and those of the decision. */
export async function handle<Message, State, Event extends DomainEvent, Facts>(
  deps: CommandDeps,
  command: Command<Message, State, Event, Facts>,
  context: CommandContext,
  message: Message,
): Promise<Outcome<State, Event>> {
  refuseOtherRoles(command, context);
  const facts = (await command.facts?.(deps, context, message)) as Facts;
  return execute(deps, command.aggregate, command.target(message), context, (state, at) =>
    command.decide(state, message, at, facts),
  );
}

/** An admin may do everything. @throws Rejection ROLE_MISSING */
export function refuseOtherRoles(command: { name: string; roles: readonly Role[] }, { actor }: CommandContext): void {
  if (actor.role === 'admin' || command.roles.includes(actor.role)) return;
  throw new Rejection(
    'ROLE_MISSING',
    `${command.name} takes the role ${command.roles.join(' or ')}, you have ${actor.role}.`,
    {
      needs: command.roles,
      has: actor.role,
    },
  );
}
