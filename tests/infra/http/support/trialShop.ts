import type { ApiUnderTest } from './apiUnderTest.js';

export const SPEND_100_GET_20 = {
  name: '满100减20',
  kind: 'spend-threshold',
  benefit: { ladder: [{ from: 10_000, amountOff: 2_000 }] },
  scope: { store: true },
};

export const APPLE = {
  name: '红富士苹果',
  soldBy: 'weight',
  unitPrice: 1_280,
  floorPrice: 500,
  categories: ['apple'],
  tags: ['domestic'],
};
export const MELON = { name: '哈密瓜', soldBy: 'piece', unitPrice: 3_000 };

/** Two products, a gold customer, and 满100减20 in force. Answers the position that shows it all. */
export async function givenTrialShop({ ask }: ApiUnderTest): Promise<string> {
  await ask('PUT', '/v1/products/apple', { body: APPLE });
  await ask('PUT', '/v1/products/melon', { body: MELON });
  await ask('PUT', '/v1/customers/ann', { body: { tier: 'gold' } });
  await ask('POST', '/v1/promotions', { body: { promotion: 'autumn', terms: SPEND_100_GET_20 } });
  const published = await ask('POST', '/v1/promotions/autumn/publish', { body: { reason: '秋季大促' } });
  return published.json.position;
}

export const FOUR_MELONS = { lines: [{ id: '1', sku: 'melon', quantity: 4 }] };
