import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { ApiDeps } from '../apiDeps.js';
import type { ApiResponse } from '../apiResponse.js';
import { problemOf } from '../problems/problemOf.js';
import { problemResponse } from '../problems/problemResponse.js';
import { traceparentOf } from '../requests/headerFields.js';

type Refused = Pick<IncomingMessage, 'method' | 'url'>;

/** The answer to a request that failed; what is a fault of ours is logged. */
export function refusal({ log }: ApiDeps, error: unknown, request: Refused, requestId: string): ApiResponse {
  const problem = problemOf(error);
  if (problem.code === 'INTERNAL_FAULT') {
    log.error({ requestId, method: request.method, path: pathOf(request), err: error }, 'a request failed');
  }
  return problemResponse(problem, requestId, pathOf(request));
}

/** A caller that traces finds its trace in the answer. */
export function traced(answer: ApiResponse, headers: IncomingHttpHeaders): ApiResponse {
  const traceparent = traceparentOf(headers);
  return traceparent === undefined ? answer : { ...answer, headers: { ...answer.headers, traceparent } };
}

/** The path that was asked for, without its query. */
export function pathOf({ url = '' }: Refused): string {
  return url.split('?', 1)[0]!.slice(0, 200);
}
