import type { Role } from '../../commands/context.js';

/** Who asks: from a token, never from a body. */
export interface Caller {
  readonly principal: string;
  readonly role: Role;
  readonly shop: string;
}

/** A request as handlers see it, whatever carried it: known caller, everything validated. */
export interface ApiRequest<Params = unknown, Query = unknown, Body = unknown> {
  /** `METHOD /path/{template}` of its route. */
  readonly route: string;
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The body as it was sent, before defaults: what the request hash is over. */
  readonly sent: unknown;
  /** X-Request-Id, or made. */
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
  readonly ifMatch: number | 'any' | undefined;
  readonly accept: string;
  /** Where a stream of events goes on (server-sent events). */
  readonly lastEventId: string | undefined;
  /** Aborts when the caller has gone or the server is closing. */
  readonly gone: () => AbortSignal;
}
