import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeDemoShop } from '../../../src/infra/demo/writeDemoShop.js';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { FOUR_MELONS, givenTrialShop, SPEND_100_GET_20 } from './support/trialShop.js';

const TEN_OFF = { name: '立减10', kind: 'fixed-amount', benefit: { amountOff: 1_000 }, scope: { store: true } };
const PUBLISH = { body: { reason: '试' } };

let api: ApiUnderTest;
let seen: string;
beforeAll(async () => {
  api = await apiUnderTest();
  await givenTrialShop(api);
  await api.ask('POST', '/v1/promotions', { body: { promotion: 'drafted', terms: TEN_OFF } });
  await api.ask('POST', '/v1/promotions', { body: { promotion: 'over', terms: TEN_OFF } });
  await api.ask('POST', '/v1/promotions/over/publish', PUBLISH);
  const { json } = await api.ask('POST', '/v1/promotions/over/end', PUBLISH);
  seen = json.position;
});
afterAll(() => api.close());

const preview = async (more: object = {}, status = 200) => {
  const answer = await api.ask('POST', `/v1/previews?min-position=${seen}`, { body: { ...FOUR_MELONS, ...more } });
  expect([answer.status, answer.json.code]).toEqual([status, status === 200 ? undefined : expect.any(String)]);
  return answer.json;
};
const offersOf = ({ applied }: { applied: { offer: string }[] }) => applied.map(({ offer }) => offer);

describe('A preview', () => {
  test('is the price of now, and records nothing', async () => {
    const head = await api.orchard.store.head();
    const { variants, difference } = await preview();
    expect(variants).toHaveLength(1);
    expect(variants[0]).toMatchObject({ name: '1', list: 12_000, pay: 10_000, applied: [{ offer: 'autumn' }] });
    expect(difference).toBeNull();
    expect(await api.orchard.store.head()).toBe(head);
  });

  test('takes in drafts that are named, or all of them', async () => {
    expect(offersOf((await preview()).variants[0])).not.toContain('drafted');
    for (const drafts of [true, ['drafted']]) {
      const { variants } = await preview({ variants: [{ with: drafts }] });
      expect(offersOf(variants[0]).sort()).toEqual(['autumn', 'drafted']);
      expect(variants[0].pay).toBe(9_000);
    }
  });

  test('shows two variants side by side, and what the second changes', async () => {
    const terms = { ...SPEND_100_GET_20, name: '满100减50', benefit: { ladder: [{ from: 10_000, amountOff: 5_000 }] } };
    const { variants, difference } = await preview({
      promotions: { bold: terms },
      variants: [{ name: 'now' }, { name: '加码', without: ['autumn'], with: ['bold'] }],
    });
    expect(variants.map(({ name, pay }: { name: string; pay: number }) => [name, pay])).toEqual([
      ['now', 10_000],
      ['加码', 7_000],
    ]);
    expect(variants[1].applied[0]).toMatchObject({ offer: 'bold', revision: -1, amount: 5_000 });
    expect(difference).toEqual({
      discount: 3_000,
      delivery: 0,
      pay: -3_000,
      lines: { 1: -3_000 },
      onlyInFirst: ['autumn'],
      onlyInSecond: ['bold'],
    });
  });

  test('puts other terms in the place of a promotion that is in force', async () => {
    const terms = { ...SPEND_100_GET_20, benefit: { ladder: [{ from: 10_000, amountOff: 100 }] } };
    const { variants, difference } = await preview({ promotions: { autumn: terms } });
    expect([variants[0].pay, difference.pay]).toEqual([10_000, 1_900]);
    expect(variants[1].pay).toBe(11_900);
  });

  test('is priced under other policies', async () => {
    const { variants } = await preview({ variants: [{ policies: { greatestDiscountBp: 1_000 } }] });
    expect(variants[0].pay).toBe(10_800);
  });

  test('with trace shows every turn with running prices', async () => {
    const { variants } = await preview({ explain: 'trace', variants: [{ with: true }] });
    const { trace } = variants[0];
    expect(trace.map(({ offer }: { offer: string }) => offer).sort()).toEqual(['autumn', 'drafted']);
    expect(trace.at(-1)).toMatchObject({ goods: 9_000 });
    expect((await preview()).variants[0]).not.toHaveProperty('trace');
  });

  test('with explain all names offers that do not touch the basket', async () => {
    const terms = { ...TEN_OFF, scope: { skus: ['apple'] } };
    const more = { promotions: { elsewhere: terms }, variants: [{ with: true }] };
    const reasons = (await preview({ explain: 'all', ...more })).variants[0].refused;
    expect(reasons).toContainEqual(expect.objectContaining({ offer: 'elsewhere', reason: 'no-eligible-line' }));
    expect((await preview(more)).variants[0].refused).toEqual([]);
  });

  test('of a basket of nobody known, of unknown goods or promotions, or with terms that cannot work, says where', async () => {
    const terms = { ...SPEND_100_GET_20, benefit: { ladder: [{ from: 1, amountOff: 1_000 }] } };
    const { errors, code } = await preview(
      { promotions: { z: terms }, variants: [{ without: ['x'], with: ['y', 'over', 'z'] }] },
      422,
    );
    expect(code).toBe('PREVIEW_INVALID');
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      expect.stringMatching(/^\/promotions\/z\/benefit/),
      '/variants/0/with/0',
      '/variants/0/with/1',
      '/variants/0/without/0',
    ]);
    expect((await preview({ customer: 'nobody' }, 422)).errors[0].pointer).toBe('/customer');
    expect((await preview({ lines: [{ id: '1', sku: 'none', quantity: 1 }] }, 422)).errors[0].pointer).toBe(
      '/lines/0/sku',
    );
    expect((await preview({ changes: 'order_1' }, 422)).errors[0]).toMatchObject({ pointer: '/changes' });
  });
});

describe('A preview of another instant', () => {
  test('knows the price that will hold, and the one that held', async () => {
    const body = { unitPrice: 5_000, effectiveFrom: '2099-01-01T00:00:00Z' };
    seen = (await api.ask('POST', '/v1/products/melon/price', { body })).json.position;
    expect((await preview({ at: '2099-06-01T00:00:00+08:00' })).variants[0].list).toBe(20_000);
    expect((await preview()).variants[0].list).toBe(12_000);
    const { errors } = await preview({ at: '2001-01-01T00:00:00Z' }, 422);
    expect(errors[0]).toMatchObject({ pointer: '/lines/0/sku', code: 'UNKNOWN_SKU' });
  });

  test('knows a promotion that was in force then and is over now, and leaves the prices of now as they are', async () => {
    const { json: shown } = await api.ask('POST', '/v1/promotions', { body: { promotion: 'brief', terms: TEN_OFF } });
    expect(shown.status).toBe('draft');
    const { json: published } = await api.ask('POST', '/v1/promotions/brief/publish', PUBLISH);
    seen = (await api.ask('POST', '/v1/promotions/brief/end', PUBLISH)).json.position;
    expect(offersOf((await preview({ at: published.publishedAt })).variants[0])).toContain('brief');
    expect(offersOf((await preview()).variants[0])).not.toContain('brief');
    expect(offersOf((await preview({ at: '2098-01-01T00:00:00Z' })).variants[0])).not.toContain('brief');
  });
});

describe('A price list', () => {
  const list = async (body: object) => (await api.ask('POST', '/v1/price-list', { body })).json;

  test('says what one unit costs, which offers the page shows, and what is next', async () => {
    const { items, missing } = await list({ skus: ['melon', 'apple', 'nothing', 'melon'] });
    expect(items.map(({ sku, unit, pay }: { sku: string; unit: object; pay: number }) => [sku, unit, pay])).toEqual([
      ['melon', { quantity: 1 }, 3_000],
      ['apple', { grams: 500 }, 1_280],
    ]);
    expect(missing).toEqual([{ sku: 'nothing', code: 'UNKNOWN_SKU' }]);
    expect(items[0].badges).toEqual([
      {
        offer: 'autumn',
        name: '满100减20',
        kind: 'spend-threshold',
        applies: false,
        sentence: { zh: '满100元减20元', en: expect.any(String) },
      },
    ]);
    expect(items[0].next).toMatchObject({
      offer: 'autumn',
      shortfall: { amount: 7_000 },
      sentence: { zh: '再买70元即可减20元', en: 'Buy ¥70 more to get ¥20 off' },
    });
  });

  test('is the customer’s own: a member price is in it', async () => {
    const terms = {
      name: '会员价',
      kind: 'member-price',
      benefit: { price: 2_500 },
      scope: { skus: ['melon'] },
      audience: { tiers: ['gold'] },
    };
    await api.ask('POST', '/v1/promotions', { body: { promotion: 'member', terms } });
    const { json } = await api.ask('POST', '/v1/promotions/member/publish', PUBLISH);
    await api.orchard.deps.view.reached(json.position);
    expect((await list({ skus: ['melon'], customer: 'ann' })).items[0]).toMatchObject({ pay: 2_500, list: 3_000 });
    expect((await list({ skus: ['melon'] })).items[0].pay).toBe(3_000);
    const end = await api.ask('POST', '/v1/promotions/member/end', PUBLISH);
    await api.orchard.deps.view.reached(end.json.position);
  });

  test('takes 1 to 200 SKUs', async () => {
    const { status } = await api.ask('POST', '/v1/price-list', {
      body: { skus: Array.from({ length: 201 }, () => 'melon') },
    });
    expect(status).toBe(422);
    expect((await api.ask('POST', '/v1/price-list', { body: { skus: [] } })).status).toBe(422);
  });
});

describe('Fill-up suggestions', () => {
  const fillUp = (body: object, status = 200) =>
    api.ask('POST', '/v1/fill-up', { body }).then(({ status: said, json }) => {
      expect(said).toBe(status);
      return json;
    });
  const THREE_MELONS = { lines: [{ id: '1', sku: 'melon', quantity: 3 }] };

  test('name what reaches the step, best first, and keep what they say', async () => {
    const { step, pay, suggestions } = await fillUp(THREE_MELONS);
    expect(step).toMatchObject({ offer: 'autumn', shortfall: { amount: 1_000 } });
    expect(pay).toBe(9_000);
    expect(suggestions.map(({ sku, pay }: { sku: string; pay: number }) => [sku, pay])).toEqual([
      ['apple', 8_024],
      ['melon', 10_000],
    ]);
    expect(suggestions[0]).toMatchObject({ grams: 400, list: 1_024, costs: -976, saves: 2_000 });
    expect(suggestions[0].sentence.zh).toBe('加400克红富士苹果，反而少付9.76元');
    const lines = [...THREE_MELONS.lines, { id: '2', sku: 'apple', grams: suggestions[0].grams }];
    expect((await api.ask('POST', '/v1/quotes', { body: { lines } })).json.pay).toBe(suggestions[0].pay);
  });

  test('are for the promotion that is named, or none is to be had', async () => {
    expect((await fillUp({ ...THREE_MELONS, promotion: 'autumn', limit: 1 })).suggestions).toHaveLength(1);
    expect(await fillUp(FOUR_MELONS)).toMatchObject({ step: null, suggestions: [] });
    expect(await fillUp({ ...FOUR_MELONS, promotion: 'autumn' }, 422)).toMatchObject({ code: 'NOTHING_SHORT' });
  });

  test('stay within the scope, and count what other offers take off', async () => {
    const ladder = { ladder: [{ from: 5_000, amountOff: 500 }] };
    const scoped = { name: '苹果满50减5', kind: 'spend-threshold', benefit: ladder, scope: { categories: ['apple'] } };
    const cheaper = {
      name: '苹果9折',
      kind: 'percentage',
      benefit: { percentOffBp: 1_000 },
      scope: { skus: ['apple'] },
      level: 'line',
    };
    for (const [promotion, terms] of [
      ['apples_50_5', scoped],
      ['apples_10', cheaper],
    ] as const) {
      await api.ask('POST', '/v1/promotions', { body: { promotion, terms } });
      seen = (await api.ask('POST', `/v1/promotions/${promotion}/publish`, PUBLISH)).json.position;
    }
    await api.orchard.deps.view.reached(seen);
    const basket = { lines: [{ id: '1', sku: 'apple', grams: 1_500 }] };
    const { suggestions } = await fillUp({ ...basket, promotion: 'apples_50_5' });
    expect(suggestions.map(({ sku }: { sku: string }) => sku)).toEqual(['apple']);
    const lines = [{ id: '1', sku: 'apple', grams: 1_500 + suggestions[0].grams }];
    const { json } = await api.ask('POST', '/v1/quotes', { body: { lines } });
    expect(offersOf(json)).toContain('apples_50_5');
    expect(json.pay).toBe(suggestions[0].pay);
  });
});

test('The examples of the description work in the demo shop', async () => {
  const demo = await apiUnderTest();
  const position = await writeDemoShop(demo.orchard.deps, demo.orchard.terms);
  await demo.orchard.deps.view.reached(position!);
  for (const path of ['/v1/previews', '/v1/price-list', '/v1/fill-up']) {
    const { example } = demo.routes.find((route) => route.path === path)!;
    const { status, json } = await demo.ask('POST', path, { body: example });
    expect([path, status, json.errors]).toEqual([path, 200, undefined]);
  }
  await demo.close();
});
