import { problemsOf } from '../../../../src/infra/http/openapi/problemsOf.js';
import { problemSchema } from '../../../../src/infra/http/problems/problemSchema.js';
import { type Route, routeKey } from '../../../../src/infra/http/routes/route.js';
import type { Answer } from './apiUnderTest.js';

/** @throws Error when an answer is not one that the route it came by describes. */
export function asDescribed(routes: readonly Route[], method: string, path: string, answer: Answer): void {
  const mediaType = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const route = routes.find((one) => one.method === method && matches(one.path, path.split('?')[0]!));
  if (mediaType === 'application/problem+json') {
    const { code, status } = problemSchema.parse(answer.json);
    if (status !== answer.status) throw new Error(`a problem says ${status} in an answer of ${answer.status}`);
    if (route && ![...problemsOf(route).values()].flat().includes(code)) {
      throw new Error(`${routeKey(route)} answered ${code}, which it does not describe`);
    }
    return;
  }
  if (!route) throw new Error(`${method} ${path} was answered ${answer.status} but is in no table`);
  const described = route.answers.find(
    ({ status, mediaType: type = 'application/json' }) => status === answer.status && type === mediaType,
  );
  if (!described) throw new Error(`${routeKey(route)} does not describe ${answer.status} ${mediaType}`);
  for (const part of parts(answer, mediaType)) {
    const parsed = described.schema.safeParse(part);
    if (!parsed.success) throw new Error(`${routeKey(route)} ${answer.status}: ${parsed.error.message}`);
  }
}

function parts({ text, json }: Answer, mediaType: string): unknown[] {
  if (mediaType === 'application/x-ndjson')
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return [mediaType.startsWith('text/') ? text : json];
}

function matches(template: string, path: string): boolean {
  return new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
}
