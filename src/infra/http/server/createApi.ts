import { createServer, type Server } from 'node:http';
import type { ApiDeps } from '../apiDeps.js';
import { HEADERS_TIMEOUT_MILLIS, KEEP_ALIVE_MILLIS, MAX_HEADER_BYTES, REQUEST_TIMEOUT_MILLIS } from '../limits.js';
import { ACCESS } from '../routes/access.js';
import { allRoutes } from '../routes/allRoutes.js';
import { checkRoutes } from '../routes/checkRoutes.js';
import type { Route } from '../routes/route.js';
import { answerBadHttp } from './answerBadHttp.js';
import { Drain } from './drain.js';
import { exchange } from './exchange.js';
import { expressApp } from './expressApp.js';
import { hotFront } from './hotFront.js';

/** The HTTP door: a server, not yet listening, and what lets it close without dropping anyone. */
export interface Api {
  readonly server: Server;
  readonly drain: Drain;
}

/** Answers every route, or some in a process that has other things to do. @throws TypeError when a route has no entry in the table of access: what nobody decided is closed. */
export function createApi(api: ApiDeps, answers: (route: Route) => boolean = () => true): Api {
  const every = allRoutes(api);
  checkRoutes(every, ACCESS);
  const routes = every.filter(answers);
  const drain = new Drain();
  const answer = exchange(api, drain);
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MILLIS,
      requestTimeout: REQUEST_TIMEOUT_MILLIS,
      connectionsCheckingInterval: 5_000,
      keepAliveTimeout: KEEP_ALIVE_MILLIS,
    },
    hotFront(routes, answer, expressApp(api, routes, answer)),
  );
  server.on('clientError', (error, socket) => answerBadHttp(error, socket, api.deps.machine.newId()));
  return { server, drain };
}
