import type { IncomingHttpHeaders } from 'node:http';
import type { ApiRequest, Caller } from '../apiRequest.js';
import type { ApiResponse } from '../apiResponse.js';
import { Problem } from '../problems/problem.js';
import { checked } from '../requests/checked.js';
import { idempotencyKeyOf, ifMatchOf, lastEventIdOf } from '../requests/headerFields.js';
import { ACCESS, type Access, mayAsk } from '../routes/access.js';
import { type Route, routeKey } from '../routes/route.js';

/** A request as it came, whatever carried it; each part is read when its turn comes. */
export interface Carried {
  /** Not called where a route is public. It throws Problem TOKEN_MISSING or TOKEN_UNKNOWN. */
  readonly caller: () => Caller;
  readonly params: () => unknown;
  readonly query: () => unknown;
  /** The body, read as JSON. */
  readonly sent: () => Promise<unknown>;
  /** By the names they have in HTTP. */
  readonly headers: IncomingHttpHeaders;
  readonly requestId: string;
  readonly gone: () => AbortSignal;
}

/** Nobody in particular: whom public routes serve. */
const ANYONE: Caller = { principal: 'anyone', role: 'auditor', shop: '' };

/** The way of every request through its route: who, may they, what, handle. @throws Problem and what handling throws. */
export async function answering(route: Route, carried: Carried): Promise<ApiResponse> {
  const { headers } = carried;
  const key = routeKey(route);
  const access = ACCESS[key]!;
  const caller = access === 'public' ? ANYONE : carried.caller();
  refuseOtherRoles(key, access, caller);
  const sent = route.body ? await carried.sent() : undefined;
  const asked: ApiRequest = {
    route: key,
    caller,
    params: route.params ? checked(route.params, carried.params(), 'PATH_INVALID', 'path') : {},
    query: route.query ? checked(route.query, carried.query(), 'QUERY_INVALID', 'query string') : {},
    body: route.body ? checked(route.body, sent, 'BODY_INVALID', 'body') : undefined,
    sent,
    requestId: carried.requestId,
    idempotencyKey: route.command && idempotencyKeyOf(headers),
    ifMatch: route.command && ifMatchOf(headers),
    accept: headers.accept ?? '',
    lastEventId: lastEventIdOf(headers),
    gone: carried.gone,
  };
  if (route.ifMatch === 'required' && asked.ifMatch === undefined) {
    throw new Problem('IF_MATCH_MISSING', 'Send the ETag you saw as If-Match, so that no change of others is lost.');
  }
  return route.handle(asked);
}

function refuseOtherRoles(key: string, access: Access, { role }: Caller): void {
  if (mayAsk(access, role)) return;
  const needs = access as readonly string[];
  throw new Problem('ROLE_MISSING', `${key} takes the role ${needs.join(' or ')}, you have ${role}.`, {
    facts: { needs, has: role },
  });
}
