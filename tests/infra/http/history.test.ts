import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { bearer, TOKENS } from './support/callersOfEveryRole.js';
import { APPLE, givenTrialShop, SPEND_100_GET_20 } from './support/trialShop.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest({ parts: () => ({ tokens: TOKENS }) });
  await givenTrialShop(api);
});
afterAll(() => api.close());

const historyOf = async (path: string) => (await api.ask('GET', `${path}/history`)).json.items;

describe('The history of a promotion', () => {
  test('says who did what, when, field by field before and after, and why, in data and in sentences', async () => {
    const terms = { ...SPEND_100_GET_20, name: '满100减25', benefit: { ladder: [{ from: 10_000, amountOff: 2_500 }] } };
    const headers = { ...bearer('operator'), 'x-request-id': 'ticket-7' };
    await api.ask('POST', '/v1/promotions/autumn/pause', { body: { reason: '盘点' }, headers });
    await api.ask('PUT', '/v1/promotions/autumn', {
      body: { terms, reason: '加码' },
      headers: { ...headers, 'if-match': '*' },
    });
    const [drafted, published, paused, revised] = await historyOf('/v1/promotions/autumn');
    expect(drafted).toMatchObject({
      revision: 0,
      by: { principal: 'demo' },
      happened: ['promotion-drafted'],
      why: null,
    });
    expect(published.sentence).toEqual({
      zh: 'demo（admin）发布：状态 草稿 → 已发布；原因：秋季大促',
      en: 'demo (admin) published it: status draft → published; because: 秋季大促',
    });
    expect(paused).toMatchObject({
      by: { principal: 'some-operator', role: 'operator' },
      why: '盘点',
      correlation: 'ticket-7',
    });
    expect(revised.changes).toEqual([
      {
        field: '/benefit/ladder',
        before: [{ from: 10_000, amountOff: 2_000 }],
        after: [{ from: 10_000, amountOff: 2_500 }],
      },
      { field: '/name', before: '满100减20', after: '满100减25' },
    ]);
    expect(revised.why).toBe('加码');
  });

  test('comes in pages', async () => {
    const all = await historyOf('/v1/promotions/autumn');
    const read: unknown[] = [];
    for (let cursor = ''; ; ) {
      const { json } = await api.ask('GET', `/v1/promotions/autumn/history?limit=1${cursor}`);
      read.push(...json.items);
      if (json.next === null) break;
      cursor = `&cursor=${json.next}`;
    }
    expect(read).toEqual(all);
  });
});

test('The history of a product tells one change of several fields as one, in yuan', async () => {
  await api.ask('PUT', '/v1/products/apple', { body: { ...APPLE, unitPrice: 1_180, floorPrice: null, name: '富士' } });
  const [, changed] = await historyOf('/v1/products/apple');
  expect(changed.happened).toEqual(['product-renamed', 'product-repriced', 'product-floor-set']);
  expect(changed.sentence.zh).toBe(
    'demo（admin）改名、改价、设底价：底价 5元 → 无；名称 红富士苹果 → 富士；单价 12.80元 → 11.80元',
  );
});

test('A change that holds later says from when', async () => {
  await api.ask('POST', '/v1/customers/ann/tier', { body: { tier: 'diamond', effectiveFrom: '2099-01-01T00:00:00Z' } });
  const later = (await historyOf('/v1/customers/ann')).at(-1);
  expect(later.effectiveFrom).toBe('2099-01-01T00:00:00.000Z');
  expect(later.sentence.en).toBe(
    'demo (admin) set its tier: tier gold → diamond; holding from 2099-01-01T00:00:00.000Z',
  );
});

test('There is no history of what never was, of another shop, or for who need not know', async () => {
  expect((await api.ask('GET', '/v1/products/none/history')).json.code).toBe('PRODUCT_UNKNOWN');
  const other = { headers: bearer('admin', 'other') };
  expect((await api.ask('GET', '/v1/promotions/autumn/history', other)).json.code).toBe('PROMOTION_UNKNOWN');
  const service = { headers: bearer('order-service') };
  expect((await api.ask('GET', '/v1/promotions/autumn/history', service)).status).toBe(403);
});
