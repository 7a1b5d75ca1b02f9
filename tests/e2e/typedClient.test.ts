import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkout, orchard, Refused } from '../../examples/order-service/checkout.js';
import { writeDemoShop } from '../../src/infra/demo/writeDemoShop.js';
import { type ApiUnderTest, apiUnderTest } from '../infra/http/support/apiUnderTest.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
  const position = await writeDemoShop(api.orchard.deps, api.orchard.terms);
  await api.orchard.deps.view.reached(position!);
});
afterAll(() => api.close());

const BASKET = [
  { sku: 'fuji_apple', grams: 3_000 },
  { sku: 'blueberry_box', quantity: 4 },
];

test('The example checks out through the typed client, and a retry does it once', async () => {
  const client = orchard(api.url);
  const first = await checkout(client, 'basket-1', BASKET);
  expect(first).toMatchObject({ status: 'paid', pay: expect.any(Number) });
  expect(first.reasons.length).toBeGreaterThan(0);
  const head = await api.orchard.store.head();
  expect(await checkout(client, 'basket-1', BASKET)).toEqual(first);
  expect(await api.orchard.store.head()).toBe(head);
});

test('A no has a code to branch on', async () => {
  const refused = await checkout(orchard(api.url), 'basket-2', [{ sku: 'none', quantity: 1 }]).catch((error) => error);
  expect(refused).toBeInstanceOf(Refused);
  expect(refused.problem).toMatchObject({ code: 'BASKET_INVALID', errors: [{ pointer: '/lines/0/sku' }] });
});

test('The client is made of the API as it is frozen', () => {
  expect(() => execFileSync(process.execPath, ['tools/generateClient.mjs', '--check'])).not.toThrow();
});

test('The event reference says what is published', () => {
  expect(() => execFileSync(process.execPath, ['tools/writeEventReference.mjs', '--check'])).not.toThrow();
});
