import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { registerCustomer } from '../../../src/commands/customer/registerCustomer.js';
import { setCustomerTier } from '../../../src/commands/customer/setCustomerTier.js';
import { delistProduct } from '../../../src/commands/product/delistProduct.js';
import { repriceProduct } from '../../../src/commands/product/repriceProduct.js';
import { endPromotion } from '../../../src/commands/promotion/promotionLife.js';
import { setShopPolicies } from '../../../src/commands/shop/setShopPolicies.js';
import { canonicalJson } from '../../../src/domain/kernel/canonicalJson.js';
import type { QuoteGiven } from '../../../src/domain/quote/events.js';
import { asAppended } from '../../contract/eventStore/sampleEvents.js';
import { rejectionOf } from '../rejectionOf.js';
import { TrialShop } from './trialShop.js';

let shop: TrialShop;

beforeEach(async () => {
  shop = new TrialShop();
  await shop.sells('kiwi', 250);
  await shop.told(registerCustomer, { customer: 'c1', tier: 'gold' });
  await shop.offers('gold10', { kind: 'percentage', benefit: { percentOffBp: 1_000 }, audience: { tiers: ['gold'] } });
  await shop.offers('lunch', {
    schedule: { recurrence: { zone: 'Asia/Shanghai', hours: [{ from: '20:00', to: '21:00' }] } },
  });
  await shop.offers('spend50', {
    kind: 'spend-threshold',
    benefit: { ladder: [{ from: 5_000, amountOff: 500 }] },
  });
});

afterEach(() => shop.close());

const basket = { lines: [{ id: '1', sku: 'kiwi', quantity: 4 }], customer: 'c1', delivery: 800 };

/** Puts a quote into the log as it was given but for some changes. */
async function forged(id: string, changed: Partial<QuoteGiven>): Promise<void> {
  const [stored] = await shop.store.readStream(`quote-demo.${id}`);
  const data = canonicalJson({ ...JSON.parse(stored!.data), ...changed });
  await shop.store.append('quote-demo.forged', 'none', [{ ...asAppended(stored!), id: 'forged', data }]);
}

describe('an explained quote', () => {
  test('is the result that was promised, with why and why not', async () => {
    const { id, quote } = await shop.quote(basket);
    const explained = await shop.explained(id);
    expect(explained).toMatchObject({ verified: true, quote: { pay: quote!.pay } });
    expect(explained.quote.applied.map(({ offer }) => offer).sort()).toEqual(['gold10', 'lunch']);
    expect(explained.quote.refused).toEqual([
      expect.objectContaining({ offer: 'spend50', reason: 'threshold-not-met' }),
    ]);
  });

  test('stays to the fen whatever changes afterwards', async () => {
    const { id, quote } = await shop.quote(basket);
    shop.machine.clock = '2026-11-23T12:00:00.000Z';
    await shop.told(repriceProduct, { sku: 'kiwi', unitPrice: 999 });
    await shop.told(repriceProduct, { sku: 'kiwi', unitPrice: 1, effectiveFrom: '2026-11-01T00:00:00.000Z' });
    await shop.told(delistProduct, { sku: 'kiwi' });
    await shop.told(setCustomerTier, { customer: 'c1', tier: null, effectiveFrom: '2026-11-01T00:00:00.000Z' });
    await shop.told(endPromotion, { promotion: 'gold10', reason: '结束' });
    await shop.told(setShopPolicies, { policies: { selection: 'priority' }, reason: '试' });
    await shop.offers('all_free', { benefit: { amountOff: 100_000 } });
    expect(await shop.explained(id)).toMatchObject({ verified: true, quote: { pay: quote!.pay, lines: quote!.lines } });
  });

  test.each<[string, Partial<QuoteGiven>]>([
    ['another result', { result: '0'.repeat(64) }],
    ['another basket', { request: { ...basket, lines: [{ id: '1', sku: 'kiwi', quantity: 5 }] } }],
  ])('that claims %s is found out', async (_, changed) => {
    const { id } = await shop.quote(basket);
    await forged(id, changed);
    expect((await shop.explained(id)).verified).toBe(true);
    expect((await shop.explained('forged')).verified).toBe(false);
  });

  test('that was never given is unknown', async () => {
    expect((await rejectionOf(shop.explained('q9'))).code).toBe('QUOTE_UNKNOWN');
  });
});
