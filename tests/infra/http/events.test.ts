import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { bearer, TOKENS } from './support/callersOfEveryRole.js';
import { givenTrialShop } from './support/trialShop.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest({ parts: () => ({ tokens: TOKENS }) });
  await givenTrialShop(api);
  await api.ask('PUT', '/v1/customers/theirs', { body: {}, headers: bearer('admin', 'other') });
  await api.ask('PUT', '/v1/customers/ours', { body: {} });
});
afterAll(() => api.close());

const read = async (query: string) => {
  const { headers, text } = await api.ask('GET', `/v1/events?${query}`);
  const events = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { events, next: headers.get('orchard-position') };
};

describe('The feed of events', () => {
  test('is read in stretches that miss nothing, from any position on', async () => {
    const { json } = await api.ask('GET', '/v1/events?limit=1000', { headers: { accept: 'application/json' } });
    const positions: string[] = [];
    for (let after: string | null = '0'; after !== json.next; ) {
      const { events, next } = await read(`after=${after}&limit=3`);
      positions.push(...events.map(({ position }) => position));
      after = next;
    }
    expect(positions).toEqual(json.events.map(({ position }: { position: string }) => position));
  });

  test('shows envelope and data, and nothing of other shops or of idempotency', async () => {
    const { events } = await read('limit=1000');
    expect(events.some(({ stream }) => stream.includes('theirs'))).toBe(false);
    expect(events.at(-1)).toMatchObject({
      type: 'customer-registered',
      stream: 'customer-demo.ours',
      shop: 'demo',
      actor: { principal: 'demo', role: 'admin' },
      data: {},
    });
    expect(events.at(-1)).not.toHaveProperty('requestHash');
  });

  test('waits for what comes next', async () => {
    const { json } = await api.ask('GET', '/v1/events?limit=1000', { headers: { accept: 'application/json' } });
    const waiting = read(`after=${json.next}&wait=10`);
    await api.ask('PUT', '/v1/customers/late', { body: {} });
    expect((await waiting).events.map(({ stream }) => stream)).toEqual(['customer-demo.late']);
  });

  test('waits no longer than asked', async () => {
    const { json } = await api.ask('GET', '/v1/events?limit=1000', { headers: { accept: 'application/json' } });
    expect(await read(`after=${json.next}&wait=1`)).toEqual({ events: [], next: json.next });
  });

  test('takes nothing but positions and numbers', async () => {
    for (const query of [
      'after=-1',
      'after=x',
      'after=007',
      'limit=0',
      'limit=1001',
      'wait=31',
      'from=1',
      'after=1&after=2',
    ]) {
      const { status, json } = await api.ask('GET', `/v1/events?${query}`);
      expect([query, status, json.code]).toEqual([query, 400, 'QUERY_INVALID']);
    }
    expect((await read('after=999999999999999')).events).toEqual([]);
  });
});
