import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { registerCustomer } from '../../../src/commands/customer/registerCustomer.js';
import { delistProduct } from '../../../src/commands/product/delistProduct.js';
import { repriceProduct } from '../../../src/commands/product/repriceProduct.js';
import { pausePromotion, resumePromotion, stopPromotion } from '../../../src/commands/promotion/promotionLife.js';
import { rejectionOf } from '../rejectionOf.js';
import { aContext } from '../trialContext.js';
import { TrialShop } from './trialShop.js';

let shop: TrialShop;

beforeEach(async () => {
  shop = new TrialShop();
  await shop.sells('kiwi', 250);
  await shop.sells('fuji', 1_280, 'weight');
});

afterEach(() => shop.close());

const basket = { lines: [{ id: '1', sku: 'kiwi', quantity: 4 }] };

describe('a quote', () => {
  test('is the price of the basket now, with what each offer gave', async () => {
    await shop.offers('save1', {});
    const { given, quote } = await shop.quote({ ...basket, delivery: 800 });
    expect(given.amounts).toEqual({
      list: 1_000,
      discount: 100,
      delivery: 800,
      pay: 1_700,
      lines: [900],
      gave: { save1: 100 },
    });
    expect(quote).toMatchObject({ pay: 1_700 });
  });

  test('records the facts it was reckoned from', async () => {
    await shop.offers('save1', { audience: { tiers: ['gold'] } });
    await shop.told(registerCustomer, { customer: 'c1', tier: 'gold' });
    const { given } = await shop.quote({ ...basket, customer: 'c1' });
    expect(given.facts).toMatchObject({ products: { kiwi: 2 }, promotions: { save1: 1 }, customer: 1 });
    expect(given.facts.rules).toEqual({ 'fixed-amount': 1 });
    expect(given.at).toBe(shop.machine.clock);
  });

  test('takes a price from its very instant', async () => {
    await shop.told(repriceProduct, { sku: 'kiwi', unitPrice: 200, effectiveFrom: '2026-11-22T13:00:00.000Z' });
    shop.machine.clock = '2026-11-22T12:59:59.999Z';
    expect((await shop.quote(basket)).given.amounts.pay).toBe(1_000);
    shop.machine.clock = '2026-11-22T13:00:00.000Z';
    expect((await shop.quote(basket)).given.amounts.pay).toBe(800);
  });

  test('knows an offer no more once it is paused or stopped', async () => {
    await shop.offers('save1', {});
    await shop.offers('save2', { benefit: { amountOff: 200 } });
    await shop.told(pausePromotion, { promotion: 'save1' });
    expect((await shop.quote(basket)).given.amounts.gave).toEqual({ save2: 200 });
    await shop.told(stopPromotion, { promotion: 'save2', reason: '标错价' });
    expect((await shop.quote(basket)).given.amounts.gave).toEqual({});
  });

  test('knows a stopped offer no more, though a clock that ran ahead dated the stop', async () => {
    const now = shop.machine.clock;
    await shop.offers('save1', {});
    shop.machine.clock = '2026-11-23T12:00:00.000Z';
    await shop.told(pausePromotion, { promotion: 'save1' });
    await shop.told(resumePromotion, { promotion: 'save1' });
    shop.machine.clock = now;
    await shop.told(stopPromotion, { promotion: 'save1', reason: '标错价' });
    expect((await shop.quote(basket)).given.amounts.gave).toEqual({});
  });

  test('of five lines and a dozen offers takes at most 2 KB in the log', async () => {
    for (let n = 1; n <= 12; n++) await shop.offers(`promotion_${n}`, { benefit: { amountOff: n } });
    const lines = Array.from({ length: 5 }, (_, n) => ({ id: `line_${n}`, sku: 'fuji', grams: 1_250 + n }));
    const { outcome } = await shop.quote({ lines, channel: 'mini-program', delivery: 800 });
    const stored = (await shop.store.readAll('0', 10_000)).at(-1)!;
    expect(stored.revision).toBe(outcome.revision);
    expect(Buffer.byteLength(stored.data)).toBeLessThanOrEqual(2_048);
  });

  test('bears ids that are names of every object', async () => {
    await shop.sells('constructor', 500);
    await shop.offers('constructor', {});
    await shop.offers('toString', { benefit: { amountOff: 50 } });
    const { given, id } = await shop.quote({ lines: [{ id: 'valueOf', sku: 'constructor', quantity: 1 }] });
    expect(given.amounts).toMatchObject({ list: 500, pay: 350, gave: { constructor: 100, toString: 50 } });
    expect((await shop.explained(id)).verified).toBe(true);
  });
});

describe('asking for a quote twice', () => {
  test('with one command gives the first answer, though prices moved', async () => {
    const context = aContext();
    const first = await shop.quote(basket, context);
    await shop.told(repriceProduct, { sku: 'kiwi', unitPrice: 999 });
    const again = await shop.quote(basket, context);
    expect(again).toMatchObject({ id: first.id, given: first.given, quote: null, outcome: { replayed: true } });
  });

  test('for the same basket under the same id gives the quote there is', async () => {
    const first = await shop.quote({ ...basket, quote: 'q1' });
    await shop.told(repriceProduct, { sku: 'kiwi', unitPrice: 999 });
    const again = await shop.quote({ ...basket, quote: 'q1' });
    expect(again).toMatchObject({ given: first.given, quote: null, outcome: { events: [], replayed: false } });
  });

  test('for the same basket under the same id gives the quote there is, though it could not be priced any more', async () => {
    const first = await shop.quote({ ...basket, quote: 'q1' });
    await shop.told(delistProduct, { sku: 'kiwi' });
    expect((await shop.quote({ ...basket, quote: 'q1' })).given).toEqual(first.given);
  });

  test('for another basket under the same id is refused', async () => {
    await shop.quote({ ...basket, quote: 'q1' });
    const other = { lines: [{ id: '1', sku: 'kiwi', quantity: 5 }], quote: 'q1' };
    expect((await rejectionOf(shop.quote(other))).code).toBe('QUOTE_EXISTS');
  });
});

describe('a quote is refused', () => {
  test.each([
    ['of goods nobody sells', { lines: [{ id: '1', sku: 'durian', quantity: 1 }] }, 'BASKET_INVALID'],
    ['for a customer nobody knows', { ...basket, customer: 'c9' }, 'CUSTOMER_UNKNOWN'],
  ] as const)('%s, and leaves no trace', async (_, message, code) => {
    const head = await shop.store.head();
    expect((await rejectionOf(shop.quote(message))).code).toBe(code);
    expect(await shop.store.head()).toBe(head);
  });

  test('to a caller without the role', async () => {
    const analyst = aContext({ actor: { principal: 'p', role: 'analyst' } });
    expect((await rejectionOf(shop.quote(basket, analyst))).code).toBe('ROLE_MISSING');
  });
});
