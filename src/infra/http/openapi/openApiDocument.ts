import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import type { Route } from '../routes/route.js';
import { operationOf } from './operationOf.js';

const ABOUT = `Prices fruit baskets, says why, and remembers everything.

Money is integer fen, weight integer grams, rates basis points off, instants RFC 3339. A write answers with the
\`position\` of what it recorded; give it to a read as \`min-position\` to see it there. Send an \`Idempotency-Key\` with
every write and repeat it without fear. Whatever goes wrong is application/problem+json with a stable \`code\`.`;

/** The API in OpenAPI 3.1, made from the schemas that validate. */
export function openApiDocument(routes: readonly Route[]): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of ORCHARD_TOKENS. On the machine itself, bound to loopback, none is needed: you are `demo`.',
  });
  for (const route of routes) registry.registerPath(operationOf(route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Orchard', version: '1', description: ABOUT, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
  });
}
