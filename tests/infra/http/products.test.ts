import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { APPLE } from './support/trialShop.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
});
afterAll(() => api.close());

describe('A product', () => {
  test('is listed by PUT, and a read that waits for the position shows it', async () => {
    const listed = await api.ask('PUT', '/v1/products/apple', { body: APPLE });
    expect(listed.status).toBe(201);
    expect(listed.headers.get('location')).toBe('/v1/products/apple');
    expect(listed.headers.get('orchard-position')).toBe(listed.json.position);

    const read = await api.ask('GET', `/v1/products/apple?min-position=${listed.json.position}`);
    expect(read.status).toBe(200);
    expect(read.headers.get('etag')).toBe(`"${listed.json.revision}"`);
    const { position: _, changed: __, ...shown } = listed.json;
    expect(read.json).toEqual(shown);
    expect(read.json).toMatchObject({ sku: 'apple', ...APPLE, originalPrice: null, listed: true, upcoming: [] });
  });

  test('told again what it is already changes nothing', async () => {
    const again = await api.ask('PUT', '/v1/products/apple', { body: APPLE });
    expect(again.status).toBe(200);
    expect(again.json.changed).toBe(false);
  });

  test('has a price from a later instant on, which is shown as upcoming', async () => {
    const repriced = await api.ask('POST', '/v1/products/apple/price', {
      body: { unitPrice: 980, originalPrice: 1_280, effectiveFrom: '2099-01-01T00:00:00+08:00' },
    });
    expect(repriced.json).toMatchObject({
      unitPrice: 1_280,
      upcoming: [{ from: '2098-12-31T16:00:00.000Z', unitPrice: 980, originalPrice: 1_280 }],
    });
  });

  test('takes a floor, groups, and leaves the shelf', async () => {
    expect(
      (await api.ask('POST', '/v1/products/apple/floor', { body: { floorPrice: null } })).json.floorPrice,
    ).toBeNull();
    const grouped = await api.ask('POST', '/v1/products/apple/groups', { body: { categories: ['a', 'b'], tags: [] } });
    expect(grouped.json.categories).toEqual(['a', 'b']);
    expect((await api.ask('POST', '/v1/products/apple/delist')).json.listed).toBe(false);
  });

  test('that nobody listed is unknown', async () => {
    const read = await api.ask('GET', '/v1/products/durian');
    expect([read.status, read.json.code]).toEqual([404, 'PRODUCT_UNKNOWN']);
    const repriced = await api.ask('POST', '/v1/products/durian/price', { body: { unitPrice: 1 } });
    expect([repriced.status, repriced.json.code]).toEqual([404, 'PRODUCT_UNKNOWN']);
  });

  test('cannot change how it is sold', async () => {
    const { status, json } = await api.ask('PUT', '/v1/products/apple', { body: { ...APPLE, soldBy: 'piece' } });
    expect([status, json.code, json.facts]).toEqual([409, 'SALE_UNIT_FIXED', { soldBy: 'weight' }]);
  });
});

describe('The list of products', () => {
  test('comes in pages that miss nothing and repeat nothing', async () => {
    let position = '0';
    for (const sku of ['p1', 'p2', 'p3', 'p4']) {
      position = (await api.ask('PUT', `/v1/products/${sku}`, { body: APPLE })).json.position;
    }
    const skus: string[] = [];
    let cursor = '';
    for (let pages = 0; pages < 4; pages++) {
      const page = await api.ask('GET', `/v1/products?limit=2&min-position=${position}${cursor}`);
      skus.push(...page.json.items.map((item: { sku: string }) => item.sku));
      if (page.json.next === null) break;
      cursor = `&cursor=${page.json.next}`;
    }
    expect(skus).toEqual(['apple', 'p1', 'p2', 'p3', 'p4']);
  });
});
