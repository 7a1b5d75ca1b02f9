// npm run docs:events: writes docs/events.md out of the published event types (on the build). With --check it only says
// whether it is as it should be.
import { readFileSync, writeFileSync } from 'node:fs';
import { dataSchemaOf } from '../dist/commands/published/dataSchema.js';
import { PUBLISHED_TYPES } from '../dist/commands/published/publishedEvents.js';

const TO = new URL('../docs/events.md', import.meta.url);

const HEAD = `<!-- Made by "npm run docs:events": do not edit. -->
# Events

What happens in a shop is published as [CloudEvents 1.0](https://cloudevents.io) under the names below. A name and version never
change their meaning; fields may be added, so pass over what you do not know. JSON Schemas: \`GET /schemas\`.

**Order and doubles.** \`GET /v1/events?after=POSITION\` gives every event of the shop once, in the order in which it was recorded;
\`Orchard-Position\` (and \`next\` in JSON) says where to go on, also past events a filter left out. Keep that position with what you
made of the events, in one transaction, and each counts once. On a message bus an event may come more than once: its \`id\` is the
same everywhere, drop what you have seen. \`time\` is when it was recorded, \`effectivefrom\` from when it holds.

| how | ask |
|---|---|
| lines | \`Accept: application/x-ndjson\` (default) |
| a page, or a batch | \`Accept: application/json\` · \`application/cloudevents-batch+json\` |
| wait for the next | \`wait=30\` |
| as it happens | \`Accept: text/event-stream\`; \`Last-Event-ID\` goes on |
| only some | \`type=A,B\` · \`subject=promotion/ID\` · \`since=\` · \`until=\` |

From the command line: \`orchard events --follow\`. On RabbitMQ: bind a queue to \`orchard.published\`
([how](orders-over-rabbitmq.md#events)).
`;

const typeOf = (schema) =>
  schema.enum?.map((value) => `\`${value}\``).join(' · ') ??
  schema.anyOf?.map(typeOf).join(' or ') ??
  (schema.type === 'array' ? `list of ${typeOf(schema.items)}` : [schema.type ?? 'any'].flat().join(' or '));

const sections = PUBLISHED_TYPES.map((published) => {
  const { properties = {}, required = [] } = dataSchemaOf(published);
  const rows = Object.entries(properties).map(
    ([name, schema]) =>
      `| \`${name}\`${required.includes(name) ? '' : ' (may be missing)'} | ${typeOf(schema)} | ${schema.description ?? ''} |`,
  );
  return `## ${published.type}\n\n${published.about}\n\n| field | type | |\n|---|---|---|\n${rows.join('\n')}\n`;
});

const text = `${HEAD}\n${sections.join('\n')}`;
if (process.argv.includes('--check')) process.exitCode = readFileSync(TO, 'utf8') === text ? 0 : 1;
else writeFileSync(TO, text);
