import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
});
afterAll(() => api.close());

describe('The page of the API', () => {
  test('loads only what this server gives, and its policy lets nothing else load', async () => {
    const { status, text, headers } = await api.ask('GET', '/docs');
    expect(status).toBe(200);
    const loads = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!);
    expect(loads).toEqual(['data:,', '/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js', '/docs/start.js']);
    for (const url of loads.slice(1)) expect((await api.ask('GET', url)).status).toBe(200);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
    expect((await api.ask('GET', '/docs/start.js')).text).toContain("url: '/openapi.json'");
  });

  test('has no other files', async () => {
    for (const file of ['package.json', '..%2fpackage.json', 'constructor', 'swagger-ui.js']) {
      expect((await api.ask('GET', `/docs/${file}`)).json.code).toBe('PAGE_UNKNOWN');
    }
  });
});

describe('A traceparent', () => {
  const trace = '0af7651916cd43dd8448eb211c80319c';
  const traceparent = `00-${trace}-b7ad6b7169203331-01`;

  test('comes back, and its trace is the correlation of what was recorded', async () => {
    const asked = { body: { tier: 'gold' }, headers: { traceparent } };
    const { headers, json } = await api.ask('PUT', '/v1/customers/traced', asked);
    expect([headers.get('traceparent'), headers.get('x-request-id')]).toEqual([traceparent, trace]);
    const { json: history } = await api.ask('GET', '/v1/customers/traced/history');
    expect(history.items[0]).toMatchObject({ revision: json.revision, correlation: trace });
  });

  test('beside an X-Request-Id leaves that as it is', async () => {
    const { headers } = await api.ask('GET', '/livez', { headers: { traceparent, 'x-request-id': 'mine' } });
    expect([headers.get('traceparent'), headers.get('x-request-id')]).toEqual([traceparent, 'mine']);
  });

  test.each(['00-0-0-01', `01-${trace}-b7ad6b7169203331-01`, `00-${'0'.repeat(32)}-b7ad6b7169203331-01`])(
    '%s is none, and no reason to refuse anything',
    async (wrong) => {
      const { status, headers } = await api.ask('GET', '/livez', { headers: { traceparent: wrong } });
      expect([status, headers.get('traceparent')]).toEqual([200, null]);
    },
  );
});
