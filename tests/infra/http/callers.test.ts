import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES } from '../../../src/commands/context.js';
import { ACCESS, mayAsk } from '../../../src/infra/http/routes/access.js';
import { routeKey } from '../../../src/infra/http/routes/route.js';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { bearer, TOKENS } from './support/callersOfEveryRole.js';
import { givenTrialShop } from './support/trialShop.js';

const atHome = { parts: () => ({ tokens: TOKENS }) };
const elsewhere = { parts: () => ({ tokens: TOKENS, host: '0.0.0.0' }) };

describe('On the machine itself', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await apiUnderTest(atHome);
    await givenTrialShop(api);
  });
  afterAll(() => api.close());
  const read = (headers: Record<string, string>) => api.ask('GET', '/v1/products', { headers });

  test('a caller without a token is the demo principal', async () => {
    expect((await read({})).status).toBe(200);
    const events = await api.ask('GET', '/v1/log', { headers: { accept: 'application/json' } });
    expect(events.json.events[0].actor).toEqual({ principal: 'demo', role: 'admin' });
  });

  test('a wrong token is never taken for none', async () => {
    for (const authorization of ['Bearer wrong', 'Basic ZGVtbzpkZW1v', 'Bearer', `Bearer ${'x'.repeat(600)}`]) {
      const { status, json, headers } = await read({ authorization });
      expect([status, json.code]).toEqual([401, 'TOKEN_UNKNOWN']);
      expect(headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  test('what came through a proxy needs a token', async () => {
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip']) {
      expect((await read({ [header]: '203.0.113.9' })).json.code).toBe('TOKEN_MISSING');
    }
  });

  test('a token decides shop, principal and role', async () => {
    const other = bearer('admin', 'other');
    expect((await read(other)).json.items).toEqual([]);
    expect((await api.ask('GET', '/v1/promotions/autumn', { headers: other })).status).toBe(404);
    const events = await api.ask('GET', '/v1/log', { headers: other });
    expect([events.status, events.text]).toEqual([200, '']);
  });
});

describe('Bound anywhere else', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await apiUnderTest(elsewhere);
  });
  afterAll(() => api.close());

  test('nobody is let in without a token, but the public routes answer', async () => {
    for (const route of api.routes) {
      const { status } = await api.ask(route.method, route.path.replaceAll(/\{\w+\}/g, 'x'));
      if (ACCESS[routeKey(route)] === 'public') expect(status).not.toBe(401);
      else expect([routeKey(route), status]).toEqual([routeKey(route), 401]);
    }
  });

  test.each(ROLES)('the role %s gets past the door exactly where the table of access says so', async (role) => {
    for (const route of api.routes) {
      const access = ACCESS[routeKey(route)]!;
      const { status } = await api.ask(route.method, route.path.replaceAll(/\{\w+\}/g, 'x'), { headers: bearer(role) });
      expect([routeKey(route), status === 403]).toEqual([routeKey(route), !mayAsk(access, role)]);
    }
  });

  const letIn = async (role: string, method: string) => {
    const keys: string[] = [];
    for (const route of api.routes.filter((one) => (one.command !== undefined) === (method === 'write'))) {
      const path = route.path.replaceAll(/\{\w+\}/g, 'x');
      const { status } = await api.ask(route.method, path, { headers: bearer(role) });
      if (status !== 403 && ACCESS[routeKey(route)] !== 'public') keys.push(routeKey(route));
    }
    return keys.sort();
  };

  test.each(['auditor', 'analyst'])('the role %s changes nothing', async (role) => {
    expect(await letIn(role, 'write')).toEqual([]);
  });

  test('an approver sets prices of orders by hand, compensates, runs backtests, and changes nothing else', async () => {
    expect(await letIn('approver', 'write')).toEqual([
      'POST /v1/backtests',
      'POST /v1/orders/{id}/compensate',
      'POST /v1/orders/{id}/prices',
    ]);
  });

  test('the order service asks for prices, orders, holds and registers customers, and changes nothing else', async () => {
    expect(await letIn('order-service', 'write')).toEqual([
      'POST /v1/allowances/{id}/holds',
      'POST /v1/allowances/{id}/holds/{hold}/cancel',
      'POST /v1/allowances/{id}/holds/{hold}/confirm',
      'POST /v1/allowances/{id}/holds/{hold}/release',
      'POST /v1/allowances/{id}/holds/{hold}/resize',
      'POST /v1/customers/{id}/tier',
      'POST /v1/orders',
      'POST /v1/orders/{id}/cancel',
      'POST /v1/orders/{id}/change',
      'POST /v1/orders/{id}/pay',
      'POST /v1/orders/{id}/returns',
      'POST /v1/orders/{id}/weights',
      'POST /v1/quotes',
      'PUT /v1/customers/{id}',
    ]);
    expect(await letIn('order-service', 'read')).not.toContain('GET /v1/events');
  });

  test('an analyst follows events, and looks at no customer', async () => {
    expect(await letIn('analyst', 'read')).toEqual([
      'GET /v1/allowances',
      'GET /v1/allowances/{id}/history',
      'GET /v1/analytics',
      'GET /v1/events',
      'GET /v1/products',
      'GET /v1/products/{sku}',
      'GET /v1/promotions',
      'GET /v1/promotions/{id}',
      'GET /v1/search',
      'GET /v1/shop/policies',
    ]);
  });

  test('who lacks the role is told which would do', async () => {
    const { status, json } = await api.ask('PUT', '/v1/products/x', { headers: bearer('auditor') });
    expect([status, json.code, json.facts]).toEqual([403, 'ROLE_MISSING', { needs: ['operator'], has: 'auditor' }]);
  });
});
