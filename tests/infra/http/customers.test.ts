import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
});
afterAll(() => api.close());

describe('A customer', () => {
  test('is made known with a tier, and gets another', async () => {
    const known = await api.ask('PUT', '/v1/customers/ann', { body: { tier: 'gold' } });
    expect([known.status, known.json.tier]).toEqual([201, 'gold']);
    const raised = await api.ask('POST', '/v1/customers/ann/tier', { body: { tier: 'diamond' } });
    expect(raised.json.tier).toBe('diamond');
    const read = await api.ask('GET', `/v1/customers/ann?min-position=${raised.json.position}`);
    expect(read.json).toEqual({ id: 'ann', tier: 'diamond', upcoming: [], revision: 2 });
  });

  test('is made known without a body too', async () => {
    const known = await api.ask('PUT', '/v1/customers/guest1');
    expect([known.status, known.json.tier]).toEqual([201, null]);
  });

  test('is found by tier', async () => {
    const { json } = await api.ask('PUT', '/v1/customers/bob', { body: { tier: 'silver' } });
    const page = await api.ask('GET', `/v1/customers?tier=silver&min-position=${json.position}`);
    expect(page.json.items.map(({ id }: { id: string }) => id)).toEqual(['bob']);
  });

  test('that nobody registered is unknown', async () => {
    const { status, json } = await api.ask('POST', '/v1/customers/eve/tier', { body: { tier: null } });
    expect([status, json.code]).toEqual([404, 'CUSTOMER_UNKNOWN']);
  });
});
