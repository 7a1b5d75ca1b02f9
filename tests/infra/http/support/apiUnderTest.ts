import { createServer } from 'node:http';
import { openInMemory, type RunningOrchard } from '../../../../src/infra/bootstrap/runningOrchard.js';
import type { ApiDeps } from '../../../../src/infra/http/apiDeps.js';
import { allRoutes } from '../../../../src/infra/http/routes/allRoutes.js';
import type { Route } from '../../../../src/infra/http/routes/route.js';
import { type Api, createApi } from '../../../../src/infra/http/server/createApi.js';
import { Drain } from '../../../../src/infra/http/server/drain.js';
import { exchange } from '../../../../src/infra/http/server/exchange.js';
import { expressApp } from '../../../../src/infra/http/server/expressApp.js';
import { type Listening, listen } from '../../../../src/infra/http/server/listen.js';
import { asDescribed } from './asDescribed.js';

export interface Asked {
  readonly body?: unknown;
  /** Sent as it is, instead of a body in JSON. */
  readonly raw?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export interface ApiUnderTest {
  readonly orchard: RunningOrchard;
  readonly deps: ApiDeps;
  readonly routes: readonly Route[];
  readonly url: string;
  readonly logged: readonly Readonly<Record<string, unknown>>[];
  /** Asks over a real connection; every answer is held against the schema its route promises. */
  readonly ask: (method: string, path: string, asked?: Asked) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface TestOptions {
  readonly parts?: (orchard: RunningOrchard) => Partial<ApiDeps>;
  /** `express`: no hot front before it. */
  readonly front?: 'hot' | 'express';
}

/** A whole Orchard in memory behind its HTTP door on a free port. */
export async function apiUnderTest({ parts = () => ({}), front = 'hot' }: TestOptions = {}): Promise<ApiUnderTest> {
  const orchard = await openInMemory();
  const logged: Readonly<Record<string, unknown>>[] = [];
  const log = { info: () => {}, error: (facts: Readonly<Record<string, unknown>>) => void logged.push(facts) };
  const deps: ApiDeps = { ...orchard, host: '127.0.0.1', tokens: [], log, ...parts(orchard) };
  const routes = allRoutes(deps);
  const listening = await listen(front === 'hot' ? createApi(deps) : behindExpress(deps, routes), {
    host: '127.0.0.1',
    port: 0,
  });
  return {
    orchard,
    deps,
    routes,
    url: listening.url,
    logged,
    ask: (method, path, asked) => ask(listening, routes, method, path, asked),
    close: async () => {
      await listening.close();
      await orchard.close();
    },
  };
}

function behindExpress(deps: ApiDeps, routes: readonly Route[]): Api {
  const drain = new Drain();
  return { server: createServer(expressApp(deps, routes, exchange(deps, drain))), drain };
}

async function ask(
  { url }: Listening,
  routes: readonly Route[],
  method: string,
  path: string,
  { body, raw, headers }: Asked = {},
): Promise<Answer> {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url + path, {
    method,
    headers: { ...(sent !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(sent !== undefined && { body: sent }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json;') ?? false;
  const isLines = response.headers.get('content-type')?.includes('ndjson') ?? false;
  const answer = {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && !isLines && text !== '' ? JSON.parse(text) : undefined,
  };
  asDescribed(routes, method, path, answer);
  return answer;
}
