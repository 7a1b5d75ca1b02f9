/// <reference path="./swaggerUiDist.d.ts" />
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import absolutePath from 'swagger-ui-dist/absolute-path.js';
import { z } from 'zod';
import type { ApiResponse } from '../apiResponse.js';
import { ASYNC_API_SCRIPT, ASYNC_API_STYLE } from '../asyncapi/asyncApiPage.js';
import { Problem } from '../problems/problem.js';
import { type Route, route } from '../routes/route.js';
import { DOCS_PAGE, DOCS_POLICY, START_SCRIPT } from './docsPage.js';

const text = z.string();

/** What the page loads, and how each is told to browsers. */
const FILES = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
  'start.js': 'text/javascript',
  'asyncapi.css': 'text/css',
  'asyncapi.js': 'text/javascript',
} as const;

type FileName = keyof typeof FILES;

/** Those that are ours. */
const OURS: Partial<Record<FileName, string>> = {
  'start.js': START_SCRIPT,
  'asyncapi.css': ASYNC_API_STYLE,
  'asyncapi.js': ASYNC_API_SCRIPT,
};

/** The description for people: Swagger UI, out of the installed package, with no request to anywhere else. */
export function docsRoutes(): Route[] {
  return [
    route({
      method: 'GET',
      path: '/docs',
      summary: 'The API for people who read and try',
      answers: [{ status: 200, about: 'A page', mediaType: 'text/html', schema: text }],
      handle: async () => page('text/html', DOCS_PAGE, { 'content-security-policy': DOCS_POLICY }),
    }),
    route({
      method: 'GET',
      path: '/docs/{file}',
      summary: 'What the page is made of',
      params: z.strictObject({ file: z.string().max(60) }),
      answers: [
        { status: 200, about: 'A style sheet', mediaType: 'text/css', schema: text },
        { status: 200, about: 'A script', mediaType: 'text/javascript', schema: text },
      ],
      problems: ['PAGE_UNKNOWN'],
      handle: async ({ params: { file } }) => {
        if (!Object.hasOwn(FILES, file)) throw new Problem('PAGE_UNKNOWN', 'The page has no such file.');
        const name = file as FileName;
        const body = OURS[name] ?? (await readFile(join(absolutePath(), name), 'utf8'));
        return page(FILES[name], body, { 'cache-control': 'max-age=3600' });
      },
    }),
  ];
}

function page(mediaType: string, body: string, headers: Readonly<Record<string, string>>): ApiResponse {
  return { status: 200, contentType: `${mediaType}; charset=utf-8`, headers, text: body };
}
