import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { analyticsCsv } from '../../../src/infra/http/analytics/analyticsCsv.js';
import type { Tally } from '../../../src/projections/analytics/analyticsStore.js';
import { NO_SUMS } from '../../../src/projections/analytics/measures.js';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { APPLE } from './support/trialShop.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
  await api.ask('PUT', '/v1/products/fuji', { body: APPLE });
  const body = { lines: [{ id: '1', sku: 'fuji', grams: 500 }], channel: 'app' };
  const { json } = await api.ask('POST', '/v1/quotes', { body });
  const order = await api.ask('POST', '/v1/orders', { body: { quote: json.id } });
  expect(order.status).toBe(201);
  const head = await api.orchard.store.head();
  while (Number((await api.orchard.analytics.checkpoint()).position) < Number(head)) await setImmediate();
});
afterAll(() => api.close());

describe('GET /v1/analytics', () => {
  test('sums by SKU what was quoted and ordered', async () => {
    const { status, json, headers } = await api.ask('GET', '/v1/analytics?by=sku');
    expect([status, json.next, headers.get('orchard-incomplete')]).toEqual([200, null, null]);
    expect(json.items).toEqual([
      expect.objectContaining({ subject: 'fuji', quotes: 1, placed: 1, paid: 0, list: 1_280, pay: 1_280, grams: 500 }),
    ]);
  });

  test('says null for those without a tier, and gives a page at a time', async () => {
    const first = await api.ask('GET', '/v1/analytics?by=tier&per=hour&limit=1');
    expect(first.json.items[0]).toMatchObject({ subject: null, quotes: 1 });
  });

  test('answers CSV that Excel opens', async () => {
    const { headers } = await api.ask('GET', '/v1/analytics?by=channel', { headers: { accept: 'text/csv' } });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  });

  test.each([
    ['what is none', 'by=shop', 'by'],
    ['a day that is none', 'by=sku&from=2026-02-30', 'must be a day'],
    ['a cursor of its own making', 'by=sku&cursor=AAAA', 'must be the `next` of a page'],
  ])('refuses %s', async (_, query, says) => {
    const { status, json } = await api.ask('GET', `/v1/analytics?${query}`);
    expect([status, json.code]).toEqual([400, 'QUERY_INVALID']);
    expect(JSON.stringify(json.errors)).toContain(says);
  });
});

describe('the CSV', () => {
  test('has a mark for Excel, CRLF, quoted fields, and no formulas', () => {
    const tally = (subject: string): Tally => ({
      shop: 'demo',
      by: 'tier',
      per: 'day',
      period: '2026-11-22',
      subject,
      sums: { ...NO_SUMS, quotes: 1 },
    });
    expect(analyticsCsv('tier', [tally('金,卡'), tally('=1+1')])).toBe(
      '\uFEFFperiod,tier,quotes,placed,paid,cancelled,list,discount,pay,pieces,grams\r\n' +
        '2026-11-22,"金,卡",1,0,0,0,0,0,0,0,0\r\n' +
        "2026-11-22,'=1+1,1,0,0,0,0,0,0,0,0\r\n",
    );
  });
});
