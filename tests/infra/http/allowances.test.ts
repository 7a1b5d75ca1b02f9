import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { bearer, TOKENS } from './support/callersOfEveryRole.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest({ parts: () => ({ tokens: TOKENS }) });
});
afterAll(() => api.close());

const IN_AN_HOUR = () => new Date(Date.now() + 3_600_000).toISOString();
const key = (value: string) => ({ 'idempotency-key': value });

const open = (id: string, body: object = { unit: 'stock', total: 10 }, headers = {}) =>
  api.ask('PUT', `/v1/allowances/${id}`, { body, headers });
const adjust = (id: string, body: object) => api.ask('POST', `/v1/allowances/${id}/adjust`, { body });
const hold = (id: string, body: object, headers = {}) =>
  api.ask('POST', `/v1/allowances/${id}/holds`, { body: { until: IN_AN_HOUR(), ...body }, headers });
const step = (id: string, name: string, verb: string, body: object = {}, headers = {}) =>
  api.ask('POST', `/v1/allowances/${id}/holds/${name}/${verb}`, { body, headers });

async function read(id: string, query = ''): Promise<Answer> {
  const position = await api.orchard.store.head();
  return api.ask('GET', `/v1/allowances/${id}?min-position=${position}${query}`);
}

describe('An allowance', () => {
  test('is opened, held, confirmed, released, cancelled and adjusted', async () => {
    const opened = await open('flash.stock');
    expect(opened.json).toMatchObject({
      id: 'flash.stock',
      promotion: 'flash',
      unit: 'stock',
      total: 10,
      changed: true,
    });
    const held = await hold('flash.stock', { hold: 'o1', amount: 3, order: 'o1' });
    expect(held.json).toMatchObject({ allowance: 'flash.stock', hold: 'o1', amount: 3, order: 'o1', customer: null });
    expect((await read('flash.stock')).json).toMatchObject({ held: 3, confirmed: 0, remaining: 7 });
    expect((await step('flash.stock', 'o1', 'confirm', { order: 'o1' })).json.status).toBe('confirmed');
    expect((await read('flash.stock')).json).toMatchObject({ held: 0, confirmed: 3, remaining: 7 });
    await hold('flash.stock', { hold: 'o2', amount: 2 });
    expect((await step('flash.stock', 'o2', 'resize', { amount: 7 })).json).toMatchObject({ amount: 7, changed: true });
    expect((await read('flash.stock')).json).toMatchObject({ held: 7, remaining: 0 });
    expect((await step('flash.stock', 'o2', 'release')).json).toMatchObject({ status: 'released', changed: true });
    const cancelled = await step('flash.stock', 'o1', 'cancel', { order: 'o1', afterCancel: 'reusable' });
    expect(cancelled.json.status).toBe('cancelled');
    const adjusted = await adjust('flash.stock', { total: 25, perCustomer: 2 });
    expect(adjusted.json).toMatchObject({ total: 25, perCustomer: 2, unit: 'stock', promotion: 'flash' });
    const shown = await read('flash.stock');
    expect(shown.json).toMatchObject({ held: 0, confirmed: 0, remaining: 25, total: 25, perCustomer: 2 });
    expect(shown.headers.get('etag')).toBe(`"${adjusted.json.revision}"`);
  });

  test('says what one customer has of it', async () => {
    const perCustomerDay = { uses: 2, zone: 'Asia/Shanghai' };
    await open('coupon.uses', { unit: 'uses', total: null, perCustomer: 3, perCustomerDay });
    const until = IN_AN_HOUR();
    await hold('coupon.uses', { hold: 'o1', amount: 1, customer: 'ann', until });
    await step('coupon.uses', 'o1', 'confirm');
    await hold('coupon.uses', { hold: 'o2', amount: 1, customer: 'ann', order: 'o2', until });
    await hold('coupon.uses', { hold: 'o3', amount: 1, customer: 'bob', until });
    const { json } = await read('coupon.uses', '&customer=ann');
    expect(json).toMatchObject({ total: null, remaining: null, held: 2, confirmed: 1 });
    expect(json.use).toEqual({
      customer: 'ann',
      taken: 2,
      takenToday: 2,
      remaining: 0,
      holds: [{ hold: 'o2', amount: 1, until, order: 'o2' }],
    });
    const limit = await hold('coupon.uses', { hold: 'o4', amount: 1, customer: 'ann' });
    expect([limit.status, limit.json.code]).toEqual([409, 'CUSTOMER_LIMIT_REACHED']);
    const nobody = await read('coupon.uses', '&customer=nobody');
    expect(nobody.json.use).toMatchObject({ taken: 0, remaining: 2, holds: [] });
  });

  test('is listed, by promotion and unit, a page at a time', async () => {
    for (const id of ['listed.uses', 'listed.budget', 'listed.stock']) {
      await open(id, { unit: id === 'listed.budget' ? 'money' : 'uses', total: 5 });
    }
    await hold('listed.budget', { hold: 'o1', amount: 4 });
    const position = await api.orchard.store.head();
    const list = (query: string) => api.ask('GET', `/v1/allowances?min-position=${position}&promotion=listed&${query}`);
    const first = await list('limit=2');
    expect(first.json.items).toMatchObject([
      { id: 'listed.budget', unit: 'money', held: 4, remaining: 1 },
      { id: 'listed.stock', remaining: 5 },
    ]);
    const rest = await list(`limit=2&cursor=${first.json.next}`);
    expect([rest.json.items.map(({ id }: { id: string }) => id), rest.json.next]).toEqual([['listed.uses'], null]);
    expect((await list('unit=money')).json.items).toHaveLength(1);
  });

  test('of forty who hold four of ten at once gives two of them a part', async () => {
    await open('rush.stock');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => hold('rush.stock', { hold: `o${n}`, amount: 4 })),
    );
    const codes = answers.map(({ status, json }) => (status === 200 ? 'held' : json.code)).sort();
    expect(codes).toEqual([...Array(38).fill('OUT_OF_STOCK'), 'held', 'held']);
    expect((await read('rush.stock')).json).toMatchObject({ held: 8, remaining: 2 });
  });

  test('asked again with the same key is answered with the same bytes', async () => {
    await open('again.stock');
    const body = { hold: 'o1', amount: 4, until: IN_AN_HOUR() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => hold('again.stock', body, key('hold-again'))));
    await step('again.stock', 'o1', 'release', {}, key('release-again'));
    answers.push(await hold('again.stock', body, key('hold-again')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ json }) => JSON.stringify({ ...json, position: '' }))).size).toBe(1);
    expect((await read('again.stock')).json).toMatchObject({ held: 0, remaining: 10 });
    const other = await hold('again.stock', { ...body, amount: 5 }, key('hold-again'));
    expect([other.status, other.json.code]).toEqual([422, 'COMMAND_ID_REUSED']);
  });

  test('asked for what is so already changes nothing and says so', async () => {
    await open('same.stock');
    expect((await open('same.stock')).json).toMatchObject({ total: 10, changed: false });
    expect((await adjust('same.stock', { total: 10 })).json).toMatchObject({ total: 10, changed: false });
    const until = IN_AN_HOUR();
    await hold('same.stock', { hold: 'o1', amount: 2, until });
    const again = await hold('same.stock', { hold: 'o1', amount: 2 });
    expect(again.json).toMatchObject({ amount: 2, until, changed: false });
    await step('same.stock', 'o1', 'confirm');
    expect((await step('same.stock', 'o1', 'confirm')).json).toMatchObject({ status: 'confirmed', changed: false });
    expect((await step('same.stock', 'o9', 'release')).json).toMatchObject({ status: 'released', changed: false });
  });
});

describe('What is refused', () => {
  beforeAll(async () => {
    await open('bad.stock');
    await hold('bad.stock', { hold: 'o1', amount: 4, order: 'o1' });
    await hold('bad.stock', { hold: 'o2', amount: 1 });
    await step('bad.stock', 'o2', 'confirm');
  });

  const years = new Date(Date.now() + 3 * 365 * 86_400_000).toISOString();
  test.each<[string, number, () => Promise<Answer>]>([
    ['ALLOWANCE_UNKNOWN', 404, () => hold('nowhere.stock', { hold: 'o1', amount: 1 })],
    ['ALLOWANCE_UNKNOWN', 404, () => adjust('nowhere.stock', { total: 1 })],
    ['ALLOWANCE_UNKNOWN', 404, () => read('nowhere.stock')],
    ['ALLOWANCE_UNKNOWN', 404, () => step('nowhere.stock', 'o1', 'release')],
    ['ALLOWANCE_EXISTS', 409, () => open('bad.stock', { unit: 'stock', total: 11 })],
    ['ALLOWANCE_BELOW_TAKEN', 409, () => adjust('bad.stock', { total: 4 })],
    ['OUT_OF_STOCK', 409, () => hold('bad.stock', { hold: 'o9', amount: 6 })],
    ['HOLD_TOO_LONG', 422, () => hold('bad.stock', { hold: 'o9', amount: 1, until: years })],
    ['HOLD_OVER', 422, () => hold('bad.stock', { hold: 'o9', amount: 1, until: '2020-01-01T00:00:00Z' })],
    ['HOLD_DIFFERS', 409, () => hold('bad.stock', { hold: 'o1', amount: 5, order: 'o1' })],
    ['HOLD_OF_ANOTHER', 409, () => hold('bad.stock', { hold: 'o1', amount: 4, order: 'o7' })],
    ['HOLD_OF_ANOTHER', 409, () => step('bad.stock', 'o1', 'release')],
    ['NO_RESERVATION', 409, () => step('bad.stock', 'o9', 'confirm')],
    ['ALREADY_CONFIRMED', 409, () => step('bad.stock', 'o2', 'release')],
    ['OUT_OF_STOCK', 409, () => step('bad.stock', 'o1', 'resize', { order: 'o1', amount: 10 })],
    ['ALREADY_CONFIRMED', 409, () => step('bad.stock', 'o2', 'resize', { amount: 2 })],
    ['NOT_CONFIRMED', 409, () => step('bad.stock', 'o1', 'cancel', { order: 'o1', afterCancel: 'reusable' })],
    ['BODY_INVALID', 422, () => hold('bad.stock', { hold: 'o9', amount: 0 })],
    ['BODY_INVALID', 422, () => hold('bad.stock', { hold: 'o9', amount: 1, terms: {} })],
    [
      'BODY_INVALID',
      422,
      () => open('worse.uses', { unit: 'uses', total: 1, perCustomerDay: { uses: 1, zone: 'Mars' } }),
    ],
    ['BODY_INVALID', 422, () => adjust('bad.stock', { total: -1 })],
    ['PATH_INVALID', 400, () => open('a-b')],
    ['PATH_INVALID', 400, () => open('x'.repeat(64))],
    ['PATH_INVALID', 400, () => step('bad.stock', '%2e%2e%2f', 'confirm')],
    ['PATH_INVALID', 400, () => step('x'.repeat(90), 'o1', 'confirm')],
  ])('%s is a problem with a stable code that changes nothing', async (code, status, asking) => {
    const before = await api.orchard.store.head();
    const answer = await asking();
    expect([answer.json.code, answer.status]).toEqual([code, status]);
    expect(await api.orchard.store.head()).toBe(before);
  });

  test('orders are held by the order service, totals are the operators’', async () => {
    const code = async (answer: Promise<Answer>) => (await answer).json.code;
    const until = IN_AN_HOUR();
    expect(await code(open('roles.stock', { unit: 'stock', total: 1 }, bearer('order-service')))).toBe('ROLE_MISSING');
    expect(await code(open('roles.stock', { unit: 'stock', total: 1 }, bearer('operator')))).toBeUndefined();
    const body = { hold: 'o1', amount: 1, until };
    expect(await code(hold('roles.stock', body, bearer('analyst')))).toBe('ROLE_MISSING');
    expect(await code(hold('roles.stock', body, bearer('order-service')))).toBeUndefined();
    expect(await code(step('roles.stock', 'o1', 'confirm', {}, bearer('order-service')))).toBeUndefined();
    expect(await code(hold('roles.stock', body, bearer('admin', 'other')))).toBe('ALLOWANCE_UNKNOWN');
  });
});
