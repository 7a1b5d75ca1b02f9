import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { APPLE } from './support/trialShop.js';

let api: ApiUnderTest;
let position: string;
beforeAll(async () => {
  api = await apiUnderTest();
  for (const [sku, name] of [
    ['fuji', '红富士苹果礼盒'],
    ['gala', '嘎啦苹果'],
    ['pear', '雪梨'],
  ]) {
    position = (await api.ask('PUT', `/v1/products/${sku}`, { body: { ...APPLE, name } })).json.position;
  }
});
afterAll(() => api.close());

const search = (query: string) => api.ask('GET', `/v1/search?${query}&min-position=${position}`);

describe('GET /v1/search', () => {
  test('finds by a Chinese word, as soon as it was written', async () => {
    const { status, json } = await search(`q=${encodeURIComponent('苹果')}`);
    expect([status, json.next]).toEqual([200, null]);
    expect(json.items.map(({ id }: { id: string }) => id)).toEqual(['fuji', 'gala']);
    expect(json.items[0]).toEqual({
      type: 'product',
      id: 'fuji',
      name: '红富士苹果礼盒',
      kind: null,
      status: 'listed',
      categories: APPLE.categories,
    });
  });

  test('gives a page at a time', async () => {
    const first = await search(`q=${encodeURIComponent('苹果')}&limit=1`);
    expect(first.json.items).toHaveLength(1);
    const second = await search(`q=${encodeURIComponent('苹果')}&limit=1&cursor=${first.json.next}`);
    expect(second.json.items.map(({ id }: { id: string }) => id)).toEqual(['gala']);
    expect(second.json.next).toBeNull();
  });

  test.each([
    ['no text', 'type=product', 'q'],
    ['signs alone', 'q=%25%25', 'a letter or a digit'],
    ['too many words', `q=${encodeURIComponent('a b c d e f g h i')}`, 'at most 8 words'],
    ['a type that is none', 'q=a&type=shop', 'type'],
    ['a cursor of its own making', 'q=a&cursor=e30', 'must be the `next` of a page'],
    ['a cursor that is no JSON', 'q=a&cursor=AAAA', 'must be the `next` of a page'],
  ])('refuses %s', async (_, query, says) => {
    const { status, json } = await search(query);
    expect([status, json.code]).toEqual([400, 'QUERY_INVALID']);
    expect(JSON.stringify(json.errors)).toContain(says);
  });
});
