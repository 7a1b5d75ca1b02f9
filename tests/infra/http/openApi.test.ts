import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACCESS, mayAsk } from '../../../src/infra/http/routes/access.js';
import { routeKey } from '../../../src/infra/http/routes/route.js';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { givenTrialShop } from './support/trialShop.js';

let api: ApiUnderTest;
// biome-ignore lint/suspicious/noExplicitAny: a document looked into from all sides
let document: any;
beforeAll(async () => {
  api = await apiUnderTest();
  await givenTrialShop(api);
  document = (await api.ask('GET', '/openapi.json')).json;
});
afterAll(() => api.close());

describe('The OpenAPI document', () => {
  test('describes every route of the table, and nothing else', () => {
    const described = Object.entries<object>(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(api.routes.map(routeKey).sort());
  });

  test('is OpenAPI 3.1 whose references all lead somewhere', () => {
    expect(document.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter(([, name]) => !document.components.schemas[name!])).toEqual([]);
  });

  test('names each operation once, and says who may ask and how it can fail', () => {
    const ids = new Set<string>();
    for (const route of api.routes) {
      const operation = document.paths[route.path][route.method.toLowerCase()];
      ids.add(operation.operationId);
      expect(operation.summary).not.toBe('');
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['500']));
      const roles: string[] = operation['x-roles'] ?? [];
      if (ACCESS[routeKey(route)] === 'public') expect(operation.security).toEqual([]);
      else expect(roles.every((role) => mayAsk(ACCESS[routeKey(route)]!, role as never))).toBe(true);
      if (operation.responses['422']) {
        expect(operation.responses['422'].content['application/problem+json'].schema.$ref).toContain('problem');
      }
    }
    expect(ids.size).toBe(api.routes.length);
  });

  test('describes numbers of a query as numbers', () => {
    const parameters: { name: string; schema: object }[] = document.paths['/v1/products'].get.parameters;
    const limit = parameters.find(({ name }) => name === 'limit');
    expect(limit?.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 200, default: 50 });
  });

  test('gives, for every write, a body that works', async () => {
    const order = [
      'PUT /v1/products/{sku}',
      'PUT /v1/customers/{id}',
      'POST /v1/promotions',
      'PUT /v1/allowances/{id}',
    ];
    // A promotion that was ended cannot be stopped: one of the two has to do. Quotes, orders, holds and previews have
    // tests of theirs.
    const others = /quotes|orders|holds|previews|price-list|fill-up|\/end$/;
    const writes = api.routes.filter((route) => route.body && !others.test(route.path));
    const inOrder = writes.sort((a, b) => rank(order, routeKey(a)) - rank(order, routeKey(b)));
    for (const route of inOrder) {
      const path = route.path.replace('{sku}', 'fuji_apple').replace('{id}', 'autumn_100_20');
      const headers: Record<string, string> = route.ifMatch ? { 'if-match': '*' } : {};
      const { status, json } = await api.ask(route.method, path, { body: route.example, headers });
      expect([routeKey(route), status, json.code]).toEqual([routeKey(route), expect.anything(), undefined]);
      expect(status).toBeLessThan(300);
    }
  });
});

function rank(order: readonly string[], key: string): number {
  const at = order.indexOf(key);
  return at < 0 ? order.length : at;
}
