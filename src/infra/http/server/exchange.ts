import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiDeps } from '../apiDeps.js';
import type { ApiRequest, Caller } from '../apiRequest.js';
import type { ApiResponse } from '../apiResponse.js';
import { Problem } from '../problems/problem.js';
import { problemOf } from '../problems/problemOf.js';
import { problemResponse } from '../problems/problemResponse.js';
import { callers } from '../requests/callers.js';
import { checked } from '../requests/checked.js';
import { idempotencyKeyOf, ifMatchOf, lastEventIdOf, requestIdOf, traceparentOf } from '../requests/headerFields.js';
import { parseJson } from '../requests/parseJson.js';
import { parseQuery } from '../requests/parseQuery.js';
import { CallerGone, readBody } from '../requests/readBody.js';
import { ACCESS, type Access, mayAsk } from '../routes/access.js';
import { type Route, routeKey } from '../routes/route.js';
import type { Drain } from './drain.js';
import { goneSignal } from './goneSignal.js';
import { writeResponse } from './writeResponse.js';
import { writeStream } from './writeStream.js';

type Params = Readonly<Record<string, unknown>>;

/** Nobody in particular: whom public routes serve. */
const ANYONE: Caller = { principal: 'anyone', role: 'auditor', shop: '' };

/** Answers one request by one route, or with a problem; never throws. */
export type Exchange = (
  route: Route,
  request: IncomingMessage,
  response: ServerResponse,
  params: Params,
) => Promise<void>;

/** The way of every request, whether Express or the hot front found its route: who, may they, what, handle, answer. */
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
    const access = ACCESS[routeKey(route)]!;
    const caller = access === 'public' ? ANYONE : identify(request);
    refuseOtherRoles(route, access, caller);
    const sent = route.body ? await sentBody(request) : undefined;
    const asked: ApiRequest = {
      route: routeKey(route),
      caller,
      params: route.params ? checked(route.params, params, 'PATH_INVALID', 'path') : {},
      query: route.query ? checked(route.query, parseQuery(url), 'QUERY_INVALID', 'query string') : {},
      body: route.body ? checked(route.body, sent, 'BODY_INVALID', 'body') : undefined,
      sent,
      requestId,
      idempotencyKey: route.command && idempotencyKeyOf(headers),
      ifMatch: route.command && ifMatchOf(headers),
      accept: headers.accept ?? '',
      lastEventId: lastEventIdOf(headers),
      gone: () => goneSignal(response, drain.signal),
    };
    if (route.ifMatch === 'required' && asked.ifMatch === undefined) {
      throw new Problem('IF_MATCH_MISSING', 'Send the ETag you saw as If-Match, so that no change of others is lost.');
    }
    return route.handle(asked);
  }

  return async (route, request, response, params) => {
    const began = performance.now();
    const requestId = requestIdOf(request.headers) ?? api.deps.machine.newId();
    const answer = await drain.during(response, () =>
      handled(route, request, response, params, requestId).catch((error: unknown) =>
        refusal(api, error, request, requestId),
      ),
    );
    if (!answer) return;
    api.metrics.answered(routeKey(route), answer.status, (performance.now() - began) / 1_000);
    writeResponse(response, traced(answer, request), requestId);
    if (answer.stream)
      await streamed(api, answer.stream, request, response, goneSignal(response, drain.signal), requestId);
  };
}

// A caller that traces finds its trace in the answer.
function traced(answer: ApiResponse, { headers }: IncomingMessage): ApiResponse {
  const traceparent = traceparentOf(headers);
  return traceparent === undefined ? answer : { ...answer, headers: { ...answer.headers, traceparent } };
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

/** The answer to a request that failed; undefined when nobody waits for one. */
export function refusal(
  { log }: ApiDeps,
  error: unknown,
  request: IncomingMessage,
  requestId: string,
): ApiResponse | undefined {
  if (error instanceof CallerGone) return undefined;
  const problem = problemOf(error);
  if (problem.code === 'INTERNAL_FAULT') {
    log.error({ requestId, method: request.method, path: pathOf(request), err: error }, 'a request failed');
  }
  return problemResponse(problem, requestId, pathOf(request));
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0]!.slice(0, 200);
}

/** A body that is not there says nothing: `{}`. */
async function sentBody(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(request);
  return bytes.length === 0 ? {} : parseJson(bytes);
}

function refuseOtherRoles(route: Route, access: Access, { role }: Caller): void {
  if (mayAsk(access, role)) return;
  const needs = access as readonly string[];
  throw new Problem('ROLE_MISSING', `${routeKey(route)} takes the role ${needs.join(' or ')}, you have ${role}.`, {
    facts: { needs, has: role },
  });
}
