import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { whenPromotionPublishedOpenAllowances } from '../../../src/commands/processes/whenPromotionPublishedOpenAllowances.js';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { givenTrialShop } from './support/trialShop.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
  await givenTrialShop(api);
  await offered('flash', { stock: 10, perCustomer: 3 });
});
afterAll(() => api.close());

const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();

async function offered(promotion: string, limits: object): Promise<void> {
  const terms = { name: '秒杀', kind: 'flash-sale', benefit: { price: 1_000 }, scope: { skus: ['melon'] }, limits };
  await api.ask('POST', '/v1/promotions', { body: { promotion, terms } });
  await api.ask('POST', `/v1/promotions/${promotion}/publish`, { body: { reason: '秒杀' } });
  await whenPromotionPublishedOpenAllowances(api.orchard.deps, 'demo', promotion);
}

const fresh = async (path: string) => {
  const position = await api.orchard.store.head();
  return api.ask('GET', `${path}${path.includes('?') ? '&' : '?'}min-position=${position}`);
};
const hold = (id: string, body: object) =>
  api.ask('POST', `/v1/allowances/${id}/holds`, { body: { until: IN_AN_HOUR, ...body } });
const step = (id: string, name: string, verb: string) =>
  api.ask('POST', `/v1/allowances/${id}/holds/${name}/${verb}`, { body: {} });

async function quoted(quantity: number, customer = 'ann') {
  const position = await api.orchard.store.head();
  const body = { lines: [{ id: '1', sku: 'melon', quantity }], customer };
  return (await api.ask('POST', `/v1/quotes?min-position=${position}`, { body })).json;
}

describe('An allowance as of a position', () => {
  test('is what it was, and its timeline tells who did what until then', async () => {
    const opened = (await api.ask('PUT', '/v1/allowances/past.stock', { body: { unit: 'stock', total: 4 } })).json;
    const held = (await hold('past.stock', { hold: 'p1', amount: 3 })).json;
    await step('past.stock', 'p1', 'confirm');
    const asOf = async (position: string, path = '') =>
      (await fresh(`/v1/allowances/past.stock${path}?as-of=position:${position}`)).json;
    expect(await asOf(opened.position)).toMatchObject({ held: 0, confirmed: 0, remaining: 4 });
    expect(await asOf(held.position)).toMatchObject({ held: 3, confirmed: 0, remaining: 1 });
    expect((await fresh('/v1/allowances/past.stock')).json).toMatchObject({ held: 0, confirmed: 3 });
    expect((await asOf(held.position, '/history')).points.at(-1)).toMatchObject({ held: 3 });
    const { items } = (await fresh(`/v1/allowances?unit=stock&as-of=position:${held.position}`)).json;
    expect(items.find(({ id }: { id: string }) => id === 'past.stock')).toMatchObject({ held: 3 });

    const told = (await asOf(held.position, '/timeline')).items;
    expect(told.map(({ sentence }: { sentence: { en: string } }) => sentence.en)).toEqual([
      'demo (admin) opened it: confirmed 0; held 0; total 4; unit stock',
      'demo (admin) held a part of it: held 0 → 3',
    ]);
    expect((await fresh('/v1/allowances/past.stock/timeline')).json.items).toHaveLength(3);
  });

  test('that was not opened yet is unknown', async () => {
    expect(await fresh('/v1/allowances/flash.stock?as-of=position:1')).toMatchObject({ status: 404 });
    expect((await fresh('/v1/allowances?as-of=position:1')).json.items).toEqual([]);
  });
});

describe('The history of an allowance', () => {
  test('has its hours, when it will be used up, and when it was sold out', async () => {
    await api.ask('PUT', '/v1/allowances/history.stock', { body: { unit: 'stock', total: 4 } });
    await hold('history.stock', { hold: 'o1', amount: 1 });
    const selling = (await fresh('/v1/allowances/history.stock/history?at=2099-01-01T00:00:00Z')).json;
    expect(selling).toMatchObject({ unit: 'stock', soldOut: [], timesSoldOut: 0 });
    expect(selling.points.at(-1)).toMatchObject({ total: 4, held: 1, confirmed: 0 });
    const day = new Date(Date.parse(selling.openedAt) + 8 * 3_600_000).toISOString();
    const { projectedEnd } = (await fresh(`/v1/allowances/history.stock/history?at=${day}`)).json;
    // One in eight hours: the other three take 24 more.
    expect(Date.parse(projectedEnd) - Date.parse(day)).toBe(24 * 3_600_000);

    await hold('history.stock', { hold: 'o2', amount: 3 });
    await step('history.stock', 'o2', 'release');
    await hold('history.stock', { hold: 'o3', amount: 3 });
    const { soldOut, timesSoldOut } = (await fresh('/v1/allowances/history.stock/history')).json;
    expect(soldOut.at(-1).until).toBeNull();
    expect(timesSoldOut).toBe(soldOut.length);
    const later = (await fresh('/v1/allowances/history.stock/history?at=2099-01-01T00:00:00Z')).json;
    expect(later.soldOut.at(-1).until).toBe(IN_AN_HOUR);
    expect(later.projectedEnd).toBeNull();
  });

  test('of none is unknown', async () => {
    expect((await fresh('/v1/allowances/nothing.stock/history')).json.code).toBe('ALLOWANCE_UNKNOWN');
  });
});

describe('A customer’s uses', () => {
  test('are those of the limited offers in force', async () => {
    const { id } = await quoted(2);
    const placed = await api.ask('POST', '/v1/orders', { body: { quote: id, customer: 'ann' } });
    await api.ask('POST', `/v1/orders/${placed.json.id}/pay`, { body: {} });
    await hold('flash.stock', { hold: 'h1', amount: 1, customer: 'ann' });
    const { items } = (await fresh('/v1/customers/ann/uses')).json;
    expect(items).toMatchObject([
      { allowance: 'flash.stock', promotion: 'flash', unit: 'stock', taken: 3, holds: [{ hold: 'h1', amount: 1 }] },
      { allowance: expect.stringMatching(/^by\./), unit: 'uses', taken: 1, remaining: 2 },
    ]);
    expect((await fresh('/v1/customers/ann/uses?promotion=flash')).json.items).toEqual(items);
    expect((await fresh('/v1/customers/ann/uses?promotion=none')).json.items).toEqual([]);
    expect((await fresh('/v1/customers/bob/uses')).json.items).toMatchObject([{ taken: 0, holds: [] }]);
    await step('flash.stock', 'h1', 'release');
  });
});

describe('A quote', () => {
  test('says how little is left, and is priced without what is sold out', async () => {
    await offered('rare', { stock: 10 });
    await hold('rare.stock', { hold: 'most', amount: 8 });
    await api.ask('POST', '/v1/promotions/flash/pause', { body: {} });
    const few = (await quoted(1)).applied[0];
    expect(few).toMatchObject({ offer: 'rare', left: { stock: 2 } });
    expect(few.sentence).toEqual({ zh: '已减20元，仅剩2件', en: '¥20 off, only 2 pieces left' });

    await hold('rare.stock', { hold: 'rest', amount: 2 });
    const none = await quoted(1);
    expect([none.pay, none.applied]).toEqual([3_000, []]);
    expect(none.refused.find(({ offer }: { offer: string }) => offer === 'rare')).toMatchObject({
      reason: 'sold-out',
      left: { stock: 0 },
      sentence: { zh: '名额已用完', en: 'Sold out' },
    });

    await api.ask('POST', '/v1/allowances/rare.stock/adjust', { body: { total: 11 } });
    expect((await quoted(1)).applied).toMatchObject([{ offer: 'rare', left: { stock: 1 } }]);
  });
});
