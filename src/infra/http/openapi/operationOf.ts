import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { problemSchema } from '../problems/problemSchema.js';
import { PROBLEMS, type ProblemCode } from '../problems/problemTable.js';
import { ACCESS } from '../routes/access.js';
import { type Route, type RouteAnswer, routeKey } from '../routes/route.js';
import { problemsOf } from './problemsOf.js';

type Responses = RouteConfig['responses'];

/** A route as an operation of OpenAPI. */
export function operationOf(route: Route): RouteConfig {
  const { method, path, summary, params, query, body, example } = route;
  const access = ACCESS[routeKey(route)];
  return {
    method: method.toLowerCase() as Lowercase<typeof method>,
    path,
    operationId: operationId(route),
    summary,
    tags: [path.split('/')[2] ?? 'service'],
    ...(access === 'public'
      ? { security: [] }
      : { security: [{ token: [] }], 'x-roles': [...new Set([...(access ?? []), 'admin'])] }),
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(route.command && { headers: headersOf(route) }),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body, example } } } }),
    },
    responses: { ...answersOf(route.answers), ...refusalsOf(route) },
  };
}

/** `POST /v1/products/{sku}/price` → `postProductsPrice`. */
function operationId({ method, path }: Route): string {
  const words = path
    .replace(/\.json$/, '')
    .split(/[/{}-]+/)
    .filter((word) => word !== '' && word !== 'v1');
  return method.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

function headersOf({ ifMatch }: Route): z.ZodObject {
  const seen = z
    .string()
    .meta({ description: 'The ETag you saw: refused with 412 when it changed since', example: '"3"' });
  return z.object({
    'Idempotency-Key': z.string().optional().meta({
      description: '1 to 80 visible ASCII characters: asked again with it, it is done once and answered alike',
      example: 'order-4711-1',
    }),
    'If-Match': ifMatch === 'required' ? seen : seen.optional(),
    'X-Request-Id': z
      .string()
      .optional()
      .meta({ description: 'Answered as it is, and kept as the correlation of the events' }),
  });
}

function answersOf(answers: readonly RouteAnswer[]): Responses {
  const responses: Record<string, { description: string; content: Record<string, { schema: z.ZodType }> }> = {};
  for (const { status, about, mediaType = 'application/json', schema } of answers) {
    const known = responses[status];
    responses[status] = {
      description: known ? `${known.description}. ${about}` : about,
      content: { ...known?.content, [mediaType]: { schema } },
    };
  }
  return responses;
}

function refusalsOf(route: Route): Responses {
  const refusals = [...problemsOf(route)].filter(
    ([status]) => !route.answers.some((answer) => answer.status === status),
  );
  return Object.fromEntries(refusals.map(([status, codes]) => [status, refusal(codes)]));
}

function refusal(codes: readonly ProblemCode[]) {
  return {
    description: codes.map((code) => `${code}: ${PROBLEMS[code].title}`).join('. '),
    content: { 'application/problem+json': { schema: problemSchema } },
  };
}
