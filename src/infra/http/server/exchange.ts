import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiDeps } from '../apiDeps.js';
import type { ApiResponse } from '../apiResponse.js';
import { callers } from '../requests/callers.js';
import { requestIdOf } from '../requests/headerFields.js';
import { parseJson } from '../requests/parseJson.js';
import { parseQuery } from '../requests/parseQuery.js';
import { CallerGone, readBody } from '../requests/readBody.js';
import { type Route, routeKey } from '../routes/route.js';
import { answering } from './answering.js';
import type { Drain } from './drain.js';
import { goneSignal } from './goneSignal.js';
import { pathOf, refusal, traced } from './refusal.js';
import { writeResponse } from './writeResponse.js';
import { writeStream } from './writeStream.js';

type Params = Readonly<Record<string, unknown>>;

/** Answers one request by one route, or with a problem; never throws. */
export type Exchange = (
  route: Route,
  request: IncomingMessage,
  response: ServerResponse,
  params: Params,
) => Promise<void>;

/** The way of every HTTP request, whether Express or the hot front found its route. */
export function exchange(api: ApiDeps, drain: Drain): Exchange {
  const identify = callers(api);

  async function handled(
    route: Route,
    request: IncomingMessage,
    response: ServerResponse,
    params: Params,
    requestId: string,
  ) {
    drain.refuseTooMany();
    const { headers, url = '' } = request;
    return answering(route, {
      caller: () => identify(request),
      params: () => params,
      query: () => parseQuery(url),
      sent: () => sentBody(request),
      headers,
      requestId,
      gone: () => goneSignal(response, drain.signal),
    });
  }

  return async (route, request, response, params) => {
    const began = performance.now();
    const requestId = requestIdOf(request.headers) ?? api.deps.machine.newId();
    const answer = await drain.during(response, () =>
      handled(route, request, response, params, requestId).catch((error: unknown) =>
        error instanceof CallerGone ? undefined : refusal(api, error, request, requestId),
      ),
    );
    if (!answer) return;
    api.metrics.answered(routeKey(route), answer.status, (performance.now() - began) / 1_000);
    writeResponse(response, traced(answer, request.headers), requestId);
    if (answer.stream)
      await streamed(api, answer.stream, request, response, goneSignal(response, drain.signal), requestId);
  };
}

// What has begun to be answered cannot be refused any more: it ends, and its reader goes on from where it was.
async function streamed(
  { log }: ApiDeps,
  stream: NonNullable<ApiResponse['stream']>,
  request: IncomingMessage,
  response: ServerResponse,
  gone: AbortSignal,
  requestId: string,
): Promise<void> {
  await writeStream(response, stream(gone), gone).catch((error: unknown) => {
    log.error({ requestId, path: pathOf(request), err: error }, 'a stream ended before its reader had enough');
  });
}

/** A body that is not there says nothing: `{}`. */
async function sentBody(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(request);
  return bytes.length === 0 ? {} : parseJson(bytes);
}
