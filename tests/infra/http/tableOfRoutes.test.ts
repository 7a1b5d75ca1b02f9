import { expect, test } from '@jest/globals';
import { jsonAnswer } from '../../../src/infra/http/apiResponse.js';
import { checkRoutes } from '../../../src/infra/http/routes/checkRoutes.js';
import { route } from '../../../src/infra/http/routes/route.js';

const planted = route({
  method: 'POST',
  path: '/v1/backdoor',
  summary: 'planted',
  answers: [],
  command: { name: 'plant', roles: ['operator'] },
  handle: async () => jsonAnswer(200, {}),
});

test('a route that nobody decided who may ask does not start', () => {
  expect(() => checkRoutes([planted], {})).toThrow('POST /v1/backdoor has no entry in ACCESS');
});

test('nor does one that is there twice, lets in others than its command, or is gone', () => {
  const access = { 'POST /v1/backdoor': ['auditor'], 'GET /v1/gone': 'public' } as const;
  expect(() => checkRoutes([planted, planted], access)).toThrow(
    /is there twice.*GET \/v1\/gone, which is no route.*let in different roles/,
  );
});

test('one that agrees does', () => {
  expect(() => checkRoutes([planted], { 'POST /v1/backdoor': ['operator'] })).not.toThrow();
});
