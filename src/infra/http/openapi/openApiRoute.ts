import { z } from 'zod';
import { jsonAnswer } from '../apiResponse.js';
import { type Route, route } from '../routes/route.js';
import { openApiDocument } from './openApiDocument.js';

/** The description of all routes, this one too; made when it is first asked for. */
export function openApiRoute(others: readonly Route[]): Route {
  let document: unknown;
  const own: Route = route({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This description',
    answers: [{ status: 200, about: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.literal('3.1.0') }) }],
    handle: async () => {
      document ??= openApiDocument([...others, own]);
      return jsonAnswer(200, document);
    },
  });
  return own;
}
