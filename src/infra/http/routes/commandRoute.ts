import { type Command, handle } from '../../../commands/command.js';
import type { DomainEvent } from '../../../domain/kernel/decider.js';
import type { ApiDeps } from '../apiDeps.js';
import type { ProblemCode } from '../problems/problemTable.js';
import { commandContext } from '../requests/commandContext.js';
import { bodyOf } from './bodyOf.js';
import { carriedOut, dryRun } from './dryRun.js';
import type { Resource } from './resource.js';
import { changedSchema, idParams } from './resourceSchemas.js';
import { type Route, route } from './route.js';
import { written } from './written.js';

/** How a command about one resource is reached. */
export interface CommandDoor<Message, State, Event extends DomainEvent, Facts> {
  readonly method: 'PUT' | 'POST';
  /** After the resource's own path: `/price`; nothing for PUT of the resource itself. */
  readonly verb?: string;
  readonly command: Command<Message, State, Event, Facts>;
  /** The field of the message that the path names. */
  readonly inPath: string;
  readonly summary: string;
  readonly example: unknown;
  readonly problems?: readonly ProblemCode[];
  readonly ifMatch?: 'required';
  /** Whether it may make a new one (201). */
  readonly creates?: boolean;
}

/** A route that carries a body and an id in the path to a command, and answers what the resource is then. */
export function commandRoute<Message, State, Event extends DomainEvent, Facts>(
  api: ApiDeps,
  resource: Resource<State>,
  { verb = '', command, inPath, creates = false, ...door }: CommandDoor<Message, State, Event, Facts>,
): Route {
  const { path, idName, name } = resource;
  const schema = changedSchema(resource);
  return route({
    ...door,
    path: `${path}/{${idName}}${verb}`,
    params: idParams(idName),
    query: dryRun,
    body: bodyOf(command.message, inPath),
    answers: [
      { status: 200, about: `The ${name} as it is after the change`, schema },
      ...(creates ? [{ status: 201, about: `The ${name}, new`, schema }] : []),
    ],
    command: { name: command.name, roles: command.roles },
    handle: async (request) => {
      const id = request.params[idName]!;
      const message = { ...request.body, [inPath]: id } as Message;
      return carriedOut(api, request.query, async (deps) => {
        const outcome = await handle(deps, command, commandContext(deps.machine, request), message);
        return written(api, outcome, `${path}/${id}`, (state, at) => resource.show(id, state, at));
      });
    },
  });
}
