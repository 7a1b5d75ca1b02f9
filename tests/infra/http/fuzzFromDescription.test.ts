import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fuzz } from './fuzzing/fuzzing.js';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { givenTrialShop, SPEND_100_GET_20 } from './support/trialShop.js';

/** What a test run has time for; npm run soak:fuzz goes on for as long as one likes. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 10_000);

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
  await givenTrialShop(api);
});
afterAll(() => api.close());

test(`${REQUESTS} requests made of our own description, right and wrong in every part, are never our fault`, async () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();
  const { statuses, faults } = await fuzz(api.url, REQUESTS, 20_261_122);
  expect(faults.slice(0, 5)).toEqual([]);
  expect(api.logged).toEqual([]);
  // It gets everywhere: some are done, some refused for each reason there is.
  for (const status of [200, 201, 400, 401, 404, 405, 412, 415, 422]) {
    expect([status, (statuses.get(status) ?? 0) > 0]).toEqual([status, true]);
  }
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect((await api.ask('GET', '/livez')).status).toBe(200);
}, 300_000);

describe('A text of people', () => {
  const TEXTS = [
    '烟台红富士苹果（特级）',
    '繁體中文、日本語、한국어',
    '🍎🍊👨‍👩‍👧‍👦🏳️‍🌈',
    'تفاح أحمر',
    'תפוח 🍏 apple',
    'Crème brûlée a\u0301',
    '𠮷野家',
    '<b>&amp;\'"\\/',
    "'; drop table event; --",
    '{{7*7}} %s \\u0000',
  ];

  test.each(TEXTS)('is kept as it is: %s', async (text) => {
    await api.ask('PUT', '/v1/products/worded', {
      body: { name: text, soldBy: 'piece', unitPrice: 1, tags: [[...text].slice(0, 4).join('')] },
    });
    const terms = { ...SPEND_100_GET_20, name: text };
    const { json } = await api.ask('POST', '/v1/promotions', { body: { terms } });
    const { json: published } = await api.ask('POST', `/v1/promotions/${json.id}/publish`, { body: { reason: text } });
    const at = `min-position=${published.position}`;
    expect((await api.ask('GET', `/v1/products/worded?${at}`)).json.name).toBe(text);
    expect((await api.ask('GET', `/v1/promotions/${json.id}?${at}`)).json.terms.name).toBe(text);
    expect((await api.ask('GET', `/v1/promotions/${json.id}/history`)).json.items.at(-1).why).toBe(text);
    await api.ask('POST', `/v1/promotions/${json.id}/end`, { body: { reason: 'x' } });
  });

  test.each([
    ['\u0000', 'BODY_TEXT_REFUSED'],
    ['a\ud800b', 'BODY_TEXT_REFUSED'],
    ['\u0007', 'BODY_INVALID'],
    ['line\nbreak', 'BODY_INVALID'],
    ['\u2028', 'BODY_INVALID'],
    ['   ', 'BODY_INVALID'],
    ['x'.repeat(101), 'BODY_INVALID'],
    ['打 13812345678', 'BODY_INVALID'],
  ])('that cannot be kept is refused with a reason: %j', async (text, code) => {
    const body = { name: text, soldBy: 'piece', unitPrice: 1 };
    const { status, json } = await api.ask('PUT', '/v1/products/refused', { body });
    expect([status >= 400, json.code, json.errors[0].pointer]).toEqual([true, code, '/name']);
  });
});
