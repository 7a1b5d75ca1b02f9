import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { ApiDeps } from '../apiDeps.js';
import { Problem } from '../problems/problem.js';
import { requestIdOf } from '../requests/headerFields.js';
import type { Route } from '../routes/route.js';
import type { Exchange } from './exchange.js';
import { refusal } from './refusal.js';
import { writeResponse } from './writeResponse.js';

/** An Express application that answers by a table of routes; what is not in it, or not by that method, is a problem. */
export function expressApp(api: ApiDeps, routes: readonly Route[], exchange: Exchange): Express {
  const app = express();
  app.disable('x-powered-by');
  // Only the exchange reads bodies, queries and headers: one way for Express and for the hot front.
  app.set('query parser', false);
  app.enable('strict routing');
  app.enable('case sensitive routing');

  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const verb = route.method.toLowerCase() as 'get' | 'put' | 'post' | 'delete';
    app[verb](path, (request, response) => exchange(route, request, response, request.params));
    methods.set(path, [...(methods.get(path) ?? []), ...(verb === 'get' ? ['GET', 'HEAD'] : [route.method])]);
  }

  const refuse = (error: unknown, request: Request, response: Response) => {
    const requestId = requestIdOf(request.headers) ?? api.deps.machine.newId();
    writeResponse(response, refusal(api, error, request, requestId), requestId);
  };
  for (const [path, allowed] of methods) {
    app.all(path, (request, response) => refuse(otherMethod(request.method, allowed), request, response));
  }
  app.use((request, response) =>
    refuse(new Problem('PATH_UNKNOWN', 'There is nothing at this path.'), request, response),
  );
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const undecodable = error instanceof URIError || (error as { status?: unknown }).status === 400;
    refuse(undecodable ? new Problem('PATH_INVALID', 'The path is not decodable.') : error, request, response);
  });
  return app;
}

function otherMethod(method: string, allowed: readonly string[]): Problem {
  const allow = allowed.join(', ');
  return new Problem('METHOD_NOT_ALLOWED', `${method} is not for this path: it takes ${allow}.`, {
    headers: { allow },
  });
}
