import type { RequestListener } from 'node:http';
import { type Route, routeKey } from '../routes/route.js';
import type { Exchange } from './exchange.js';

/**
 * Answers the few hot routes before Express sees them, by the same exchange and the same handlers. Most of Express's
 * cost is to change the prototypes of every request and response; what is asked thousands of times a second skips it.
 */
export function hotFront(routes: readonly Route[], exchange: Exchange, others: RequestListener): RequestListener {
  const hot = new Map(routes.filter((route) => route.hot).map((route) => [routeKey(route), route]));
  return (request, response) => {
    const { method, url = '' } = request;
    const query = url.indexOf('?');
    const route = hot.get(`${method} ${query < 0 ? url : url.slice(0, query)}`);
    if (route) void exchange(route, request, response, {});
    else others(request, response);
  };
}
