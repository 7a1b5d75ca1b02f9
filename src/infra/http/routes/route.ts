import type { z } from 'zod';
import type { Role } from '../../../commands/context.js';
import type { ApiRequest } from '../apiRequest.js';
import type { ApiResponse } from '../apiResponse.js';
import type { ProblemCode } from '../problems/problemTable.js';

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** An answer a route gives when all is well. */
export interface RouteAnswer {
  readonly status: number;
  readonly about: string;
  readonly mediaType?: string;
  readonly schema: z.ZodType;
}

/** What a route is, for the server and for /openapi.json alike. */
export interface RouteParts<P, Q, B> {
  readonly method: Method;
  /** Below the server's root, with `{names}`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** A body that works, for people who copy. */
  readonly example?: unknown;
  readonly answers: readonly RouteAnswer[];
  /** Problems of its own, beside those of its kind (openapi/problemsOf). */
  readonly problems?: readonly ProblemCode[];
  readonly ifMatch?: 'required';
  /** The command it carries: takes Idempotency-Key, and asks for one of its roles. */
  readonly command?: { readonly name: string; readonly roles: readonly Role[] };
  /** Answered before Express sees it, by the same handler. */
  readonly hot?: true;
  readonly handle: (request: ApiRequest<P, Q, B>) => Promise<ApiResponse>;
}

export type Route = RouteParts<unknown, unknown, unknown>;

/** A route; the types of its parts end here, where the schemas vouch for them. */
export function route<P = unknown, Q = unknown, B = unknown>(parts: RouteParts<P, Q, B>): Route {
  return parts as unknown as Route;
}

/** How a route is named in tables, hashes and logs. */
export function routeKey({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method} ${path}`;
}
