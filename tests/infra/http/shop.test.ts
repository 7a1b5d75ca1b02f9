import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
});
afterAll(() => api.close());

const PATH = '/v1/shop/policies';

test('A shop that decided nothing has the defaults', async () => {
  const { json, headers } = await api.ask('GET', PATH);
  expect(json).toMatchObject({ policies: { selection: 'best-for-customer' }, decided: {}, revision: null });
  expect(headers.get('etag')).toBeNull();
});

test('A shop decides with a reason, and what it does not name stays the default', async () => {
  const asked = {
    body: { policies: { selection: 'priority', partGift: true }, reason: '毛利' },
    headers: { 'idempotency-key': 'policies-1' },
  };
  const set = await api.ask('PUT', PATH, asked);
  expect(set.status).toBe(201);
  expect((await api.ask('PUT', PATH, asked)).text).toBe(set.text);
  const read = await api.ask('GET', `${PATH}?min-position=${set.json.position}`);
  expect(read.json.policies).toMatchObject({ selection: 'priority', giftChoice: 'cheapest' });
  expect(read.json.decided).toEqual({ selection: 'priority', partGift: true });
});

test('Policies without a reason, or of no such name, are refused', async () => {
  const { json } = await api.ask('PUT', PATH, { body: { policies: { mood: 'good' } } });
  expect(json.errors).toEqual([
    { pointer: '/policies/mood', code: 'UNKNOWN_FIELD', detail: 'is no field of this' },
    { pointer: '/reason', code: 'MISSING', detail: expect.stringContaining('is missing') },
  ]);
});
