import { z } from 'zod';
import type { AllowanceCommand } from '../../../commands/allowance/aboutAllowances.js';
import { knownTerms } from '../../../commands/allowance/knownTerms.js';
import { handleHot } from '../../../commands/handleHot.js';
import type { AllowanceEvent } from '../../../domain/allowance/events.js';
import type { Allowance } from '../../../domain/allowance/state.js';
import type { Recorded } from '../../../domain/kernel/decider.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import type { ProblemCode } from '../problems/problemTable.js';
import { commandContext } from '../requests/commandContext.js';
import { position } from '../requests/minPosition.js';
import { revision } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';

type Shown = Readonly<Record<string, unknown>>;

/** How a command about an allowance is reached, and what it answers. */
export interface CommittedDoor<Message> {
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly hot?: true;
  readonly summary: string;
  readonly command: AllowanceCommand<Message>;
  readonly params: z.ZodType<Readonly<Record<string, string>>>;
  /** What a body says of the message: everything but what the path says. */
  readonly body: z.ZodObject;
  readonly message: (params: Readonly<Record<string, string>>, body: object) => Message;
  readonly example: unknown;
  readonly problems: readonly ProblemCode[];
  /** What must be so before it is decided. */
  readonly guard?: (shop: string, message: Message) => Promise<void>;
  /** What is answered beside revision, position and whether it changed anything. */
  readonly answer: z.ZodObject;
  /** Of what the command recorded. */
  readonly recorded: (message: Message, last: Recorded<AllowanceEvent>) => Shown;
  /** Of what it found when it had nothing to record; an allowance that is none is unknown. */
  readonly found: (message: Message, state: Allowance) => Shown;
}

/**
 * A route to a command that is committed in a group. Like `written`, it answers with what the command recorded alone, so
 * that asking again is answered with the same bytes; when it recorded nothing, with what it found.
 */
export function committedRoute<Message>(api: ApiDeps, door: CommittedDoor<Message>): Route {
  const { command, answer, message: messageOf, recorded, found, guard, ...parts } = door;
  const { deps } = api;
  const changed = { revision, position, changed: z.boolean().meta({ description: 'False: it was so already' }) };
  return route({
    ...parts,
    answers: [{ status: 200, about: 'What is so after that', schema: answer.extend(changed) }],
    problems: ['ALLOWANCE_UNKNOWN', ...parts.problems],
    command: { name: command.name, roles: command.roles },
    handle: async (request) => {
      const message = messageOf(request.params, request.body);
      await guard?.(request.caller.shop, message);
      let foundState: Shown = {};
      const watched: AllowanceCommand<Message> = {
        ...command,
        decide: (state, message, at, facts) => {
          const events = command.decide(state, message, at, facts);
          if (events.length === 0) foundState = found(message, opened(state));
          return events;
        },
      };
      const committed = await handleHot(deps, watched, commandContext(deps.machine, request), message);
      const { events, revision, replayed } = committed;
      const position = committed.position ?? (await deps.store.head());
      const last = events.at(-1);
      const shown = last ? recorded(message, last) : foundState;
      return jsonAnswer(200, Object.assign({}, shown, { revision, position, changed: events.length > 0 }), {
        etag: `"${revision}"`,
        'orchard-position': position,
        ...(replayed && { 'idempotent-replayed': 'true' }),
      });
    },
  });
}

function opened(state: Allowance): Allowance {
  knownTerms(state);
  return state;
}
