import { z } from 'zod';
import { CARRIED_COMMANDS, type CarriedCommand } from '../carried/carriedCommands.js';
import { type Route, routeKey } from '../routes/route.js';
import type { SchemaPool } from './schemaPool.js';

export interface DocumentParts {
  readonly channels: Record<string, object>;
  readonly operations: Record<string, object>;
  readonly messages: Record<string, object>;
}

const text = z.string();
const HEADERS = {
  authorization: text.optional().meta({
    description:
      'Bearer and a token of ORCHARD_TOKENS: who asks. Needed unless all of it runs on one machine, without tokens.',
    example: 'Bearer my-token',
  }),
  'if-match': text.optional().meta({ description: 'The ETag you saw: refused (412) when it changed since' }),
  'x-request-id': text.optional().meta({ description: 'Label for logs; default: the correlationId' }),
  traceparent: text.optional().meta({ description: 'W3C Trace Context' }),
};

/** What each command asks, by the exchange it is published to, and what is answered. */
export function commandParts(routes: readonly Route[], exchange: string, pool: SchemaPool): DocumentParts {
  const parts: DocumentParts = { channels: {}, operations: {}, messages: {} };
  const answers: Record<string, object> = {};
  const byKey = new Map(routes.map((route) => [routeKey(route), route]));
  for (const [name, command] of Object.entries(CARRIED_COMMANDS)) {
    const route = byKey.get(command.route)!;
    const answer = `${name}-answer`;
    parts.messages[name] = asking(name, route, command, pool);
    parts.messages[answer] = answering(name, route, pool);
    answers[answer] = { $ref: `#/components/messages/${answer}` };
    parts.channels[name] = {
      address: name,
      messages: { [name]: { $ref: `#/components/messages/${name}` } },
      bindings: { amqp: { is: 'routingKey', exchange: { name: exchange, type: 'topic', durable: true } } },
    };
    parts.operations[name] = {
      action: 'receive',
      summary: route.summary,
      description: `As ${command.route} over HTTP.`,
      channel: { $ref: `#/channels/${name}` },
      messages: [{ $ref: `#/channels/${name}/messages/${name}` }],
      reply: {
        address: { location: '$message.header#/replyTo', description: 'The property replyTo; direct reply-to works' },
        channel: { $ref: '#/channels/answers' },
        messages: [answer, 'problem'].map((one) => ({ $ref: `#/channels/answers/messages/${one}` })),
      },
    };
  }
  parts.channels['answers'] = {
    address: null,
    description: 'The queue that replyTo named. Neither is it declared here nor need it outlive its reader.',
    messages: { ...answers, problem: { $ref: '#/components/messages/problem' } },
  };
  return parts;
}

function asking(name: string, route: Route, command: CarriedCommand, pool: SchemaPool): object {
  const query = route.query instanceof z.ZodObject ? route.query.shape : {};
  const ids = Object.fromEntries(Object.values(command.inPath).map((field) => [field, `${field}_1`]));
  return {
    name,
    title: route.summary,
    contentType: 'application/json',
    headers: pool.of(z.object({ ...HEADERS, ...query })),
    payload: pool.of(messageOf(route, command)),
    correlationId: { location: '$message.header#/correlationId', description: 'The property; the answer has it too' },
    bindings: { amqp: { contentEncoding: 'utf-8', messageType: name } },
    examples: [{ payload: { ...ids, ...(route.example as object) } }],
  };
}

function answering(name: string, route: Route, pool: SchemaPool): object {
  const schemas = [...new Set(route.answers.map(({ schema }) => schema))];
  return {
    name: `${name}-answer`,
    title: route.answers.map(({ status, about }) => `${status}: ${about}`).join('. '),
    contentType: 'application/json',
    headers: pool.of(z.object({ status: z.int(), etag: text.optional(), 'orchard-position': text.optional() })),
    payload: schemas.length === 1 ? pool.of(schemas[0]!) : { anyOf: schemas.map((schema) => pool.of(schema)) },
    correlationId: { location: '$message.header#/correlationId' },
  };
}

/** The body of the route and the ids of its path in one. */
function messageOf({ params, body }: Route, { inPath }: CarriedCommand): z.ZodType {
  if (Object.keys(inPath).length === 0) return body!;
  if (!(params instanceof z.ZodObject && body instanceof z.ZodObject)) {
    throw new TypeError('the path and the body of a carried command are objects');
  }
  const ids = Object.entries(inPath).map(([name, field]) => [field, params.shape[name]]);
  return z.strictObject({ ...Object.fromEntries(ids), ...body.shape });
}
