import type { ApiDeps } from '../apiDeps.js';
import { problemSchema } from '../problems/problemSchema.js';
import type { Route } from '../routes/route.js';
import { commandParts } from './commandParts.js';
import { eventParts } from './eventParts.js';
import { SchemaPool } from './schemaPool.js';

const ABOUT = `What an order service asks over RabbitMQ, and what everybody may hear of what happened.

**Commands** go to a topic exchange; the routing key, or else the property \`type\`, names them. \`messageId\` is the
idempotency key and has to be there: a command that comes twice is done once and answered alike. The answer goes to
\`replyTo\` (direct reply-to works) with the same \`correlationId\`; its header \`status\` is what HTTP would say, and its
body is to the byte what HTTP would answer. \`expiration\` is honoured. What cannot be answered is put aside.

**Events** are CloudEvents in structured JSON. They come at least once and in the order of \`position\`: keep the last
one beside what you made of it, and drop what is not after it.`;

/** Commands and events on the bus in AsyncAPI 3.0, made from the schemas that validate. */
export function asyncApiDocument({ exchanges }: Pick<ApiDeps, 'exchanges'>, routes: readonly Route[]): object {
  const pool = new SchemaPool();
  const commands = commandParts(routes, exchanges.commands, pool);
  const events = eventParts(exchanges.published, pool);
  const problem = { name: 'problem', contentType: 'application/problem+json', payload: pool.of(problemSchema) };
  return {
    asyncapi: '3.0.0',
    info: { title: 'Orchard', version: '1', description: ABOUT, license: { name: 'MIT' } },
    defaultContentType: 'application/json',
    channels: { ...commands.channels, ...events.channels },
    operations: { ...commands.operations, ...events.operations },
    components: { messages: { ...commands.messages, problem, ...events.messages }, schemas: pool.components },
  };
}
