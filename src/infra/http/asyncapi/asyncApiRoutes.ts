import { z } from 'zod';
import type { ApiDeps } from '../apiDeps.js';
import { type ApiResponse, jsonAnswer } from '../apiResponse.js';
import { DOCS_POLICY } from '../docs/docsPage.js';
import { type Route, route } from '../routes/route.js';
import { asyncApiDocument } from './asyncApiDocument.js';
import { ASYNC_API_PAGE } from './asyncApiPage.js';

/** The description of what goes over the bus, and the page that shows it; made when it is first asked for. */
export function asyncApiRoutes(api: ApiDeps, others: readonly Route[]): Route[] {
  let document: ApiResponse | undefined;
  return [
    route({
      method: 'GET',
      path: '/asyncapi.json',
      summary: 'Commands and events on the message bus',
      answers: [{ status: 200, about: 'AsyncAPI 3.0', schema: z.looseObject({ asyncapi: z.literal('3.0.0') }) }],
      handle: async () => {
        document ??= jsonAnswer(200, asyncApiDocument(api, others));
        return document;
      },
    }),
    route({
      method: 'GET',
      path: '/bus',
      summary: 'The same for people who read',
      answers: [{ status: 200, about: 'A page', mediaType: 'text/html', schema: z.string() }],
      handle: async () => ({
        status: 200,
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': DOCS_POLICY },
        text: ASYNC_API_PAGE,
      }),
    }),
  ];
}
