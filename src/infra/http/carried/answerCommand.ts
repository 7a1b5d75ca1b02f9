import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { own } from '../../../domain/kernel/own.js';
import type { ApiDeps } from '../apiDeps.js';
import type { ApiResponse } from '../apiResponse.js';
import { MAX_BODY_BYTES } from '../limits.js';
import { Problem } from '../problems/problem.js';
import { problemOf } from '../problems/problemOf.js';
import { bearers, DEMO_CALLER } from '../requests/callers.js';
import { requestIdOf } from '../requests/headerFields.js';
import { parseJson } from '../requests/parseJson.js';
import { refuseOtherMedia, tooLarge } from '../requests/readBody.js';
import { allRoutes } from '../routes/allRoutes.js';
import { type Route, routeKey } from '../routes/route.js';
import { answering } from '../server/answering.js';
import { refusal, traced } from '../server/refusal.js';
import { CARRIED_COMMANDS } from './carriedCommands.js';
import { aboutMessage, pathOf, splitMessage } from './splitMessage.js';

/** A command as a message carries it. */
export interface CommandMessage {
  readonly name: string;
  readonly body: Uint8Array;
  /** By the names they have in HTTP, in lower case; a route's query parameters are among them. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What is answered: to the byte what HTTP answers. */
export interface CommandAnswer extends Omit<ApiResponse, 'stream'> {
  /** Why not, with its code in front; null: it was done. */
  readonly refusal: string | null;
}

/** Answers a command, or says why not; never throws. */
export type AnswerCommand = (message: CommandMessage) => Promise<CommandAnswer>;

/**
 * The door for messages: each command goes the way of its route. `trusted`: whoever reaches the bus is on this machine,
 * so that a message without a token is the demo principal's, as a request to a loopback address is.
 */
export function answerCommand(api: ApiDeps, trusted: boolean): AnswerCommand {
  const routes = new Map(allRoutes(api).map((route) => [routeKey(route), route]));
  const bearer = bearers(api.tokens);
  const callerOf = (authorization: string | undefined) =>
    authorization === undefined && trusted ? DEMO_CALLER : bearer(authorization);

  return async ({ name, body, headers }) => {
    const requestId = requestIdOf(headers) ?? api.deps.machine.newId();
    const command = own(CARRIED_COMMANDS, name);
    const route = command && routes.get(command.route);
    let path = '/';
    const answered = async () => {
      if (!route) throw unknownCommand(name);
      path = route.path;
      let parts: ReturnType<typeof splitMessage> = { params: {}, body: undefined };
      return answering(route, {
        caller: () => callerOf(headers['authorization']),
        sent: async () => {
          parts = splitMessage(messageIn(body, headers), command!.inPath);
          path = pathOf(route.path, parts.params);
          if (headers['idempotency-key'] === undefined) throw noMessageId();
          return parts.body;
        },
        params: () => parts.params,
        query: () => queryIn(route, headers),
        headers,
        requestId,
        gone: () => new AbortController().signal,
      });
    };
    try {
      return { ...traced(await answered(), headers), refusal: null };
    } catch (thrown) {
      const error = aboutMessage(thrown, command?.inPath ?? {});
      const { code, message } = problemOf(error);
      const asked = { method: route?.method, url: path };
      return { ...traced(refusal(api, error, asked, requestId), headers), refusal: `${code}: ${message}` };
    }
  };
}

function messageIn(body: Uint8Array, headers: IncomingHttpHeaders): unknown {
  if (body.length === 0) return {};
  refuseOtherMedia({ headers });
  if (body.length > MAX_BODY_BYTES) throw tooLarge();
  return parseJson(body);
}

function queryIn({ query }: Route, headers: IncomingHttpHeaders): Readonly<Record<string, unknown>> {
  const names = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
  return Object.fromEntries(names.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]));
}

function unknownCommand(name: string): Problem {
  const names = Object.keys(CARRIED_COMMANDS);
  return new Problem('COMMAND_UNKNOWN', 'No command has this name; facts.commands has all there are.', {
    facts: { command: name.slice(0, 80), commands: names },
  });
}

// A bus delivers again whatever it is not sure of: only its id tells a command that was done from a new one.
function noMessageId(): Problem {
  return new Problem('MESSAGE_ID_MISSING', 'Give the message a messageId, and the same one when you send it again.');
}
