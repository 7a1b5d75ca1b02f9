import { z } from 'zod';
import type { ApiResponse } from '../apiResponse.js';
import { type Route, route } from '../routes/route.js';
import { Problem } from './problem.js';
import { problemIndex, problemPage } from './problemPage.js';
import { isProblemCode } from './problemTable.js';

const text = z.string().meta({ description: 'Markdown' });

/** A page for each problem: where `type` leads. */
export function problemRoutes(): Route[] {
  return [
    route({
      method: 'GET',
      path: '/problems',
      summary: 'Every problem there is',
      answers: [{ status: 200, about: 'One line each', mediaType: 'text/plain', schema: text }],
      handle: async () => page(problemIndex()),
    }),
    route({
      method: 'GET',
      path: '/problems/{code}',
      summary: 'What a problem means and what to do',
      params: z.strictObject({ code: z.string().max(60) }),
      answers: [{ status: 200, about: 'A page', mediaType: 'text/plain', schema: text }],
      problems: ['PROBLEM_UNKNOWN'],
      handle: async ({ params: { code } }) => {
        if (!isProblemCode(code)) throw new Problem('PROBLEM_UNKNOWN', 'No problem is called so.');
        return page(problemPage(code));
      },
    }),
  ];
}

// Plain text, so that a browser shows it instead of saving it.
function page(markdown: string): ApiResponse {
  return { status: 200, contentType: 'text/plain; charset=utf-8', headers: {}, text: markdown };
}
