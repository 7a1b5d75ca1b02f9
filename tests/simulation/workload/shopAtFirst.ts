import { registerCustomer } from '../../../src/commands/customer/registerCustomer.js';
import { describeProduct } from '../../../src/commands/product/describeProduct.js';
import { draftPromotion } from '../../../src/commands/promotion/describePromotion.js';
import { publishPromotion } from '../../../src/commands/promotion/promotionLife.js';
import { termsRules } from '../../../src/commands/promotion/termsRules.js';
import { setShopPolicies } from '../../../src/commands/shop/setShopPolicies.js';
import type { PromotionTerms } from '../../../src/domain/promotion/events.js';
import { isZone } from '../../../src/infra/zones/localTimes.js';
import type { Dice } from '../../oracle/generate/dice.js';
import type { Client } from '../client.js';
import { wantedOf } from './wantedCommands.js';

export const RULES = termsRules(isZone);
export const CUSTOMERS = ['ann', 'bo', 'chen', 'dai', 'eva'];
const PIECES = ['kiwi', 'pear'];
const WEIGHED = 'melon';
export const SKUS = [...PIECES, WEIGHED];

/** Everything limited there is, small enough to run out. */
export function limitedPromotions(dice: Dice): Readonly<Record<string, PromotionTerms>> {
  const offer = (name: string, terms: Partial<PromotionTerms>): PromotionTerms =>
    ({ name, kind: 'fixed-amount', benefit: { amountOff: 100 }, scope: { store: true }, ...terms }) as PromotionTerms;
  const kiwi = { scope: { skus: ['kiwi'] } };
  const pear = { scope: { skus: ['pear'] } };
  const melon = { scope: { skus: [WEIGHED] } };
  const zone = 'Asia/Shanghai';
  return {
    flash: offer('秒杀', {
      ...kiwi,
      kind: 'flash-sale',
      benefit: { price: 300, limit: { quantity: 3 } },
      limits: { stock: dice.between(4, 16) },
    }),
    some: offer('限量', { ...kiwi, limits: { maxUses: dice.between(2, 7), perCustomer: dice.between(1, 2) } }),
    budget: offer('预算', {
      ...pear,
      kind: 'percentage',
      benefit: { percentOffBp: 1_500 },
      limits: { budget: dice.between(200, 1_500) },
    }),
    each: offer('每人', { ...pear, benefit: { amountOff: 50 }, limits: { perCustomer: dice.between(1, 2) } }),
    daily: offer('每天', {
      ...melon,
      benefit: { amountOff: 70 },
      limits: { maxUses: dice.between(4, 9), perCustomerDay: { uses: 1, zone } },
    }),
    first: offer('新客', { ...melon, benefit: { amountOff: 200 }, audience: { newCustomer: true } }),
    coupon: offer('券', { coupon: true, benefit: { amountOff: 80 }, limits: { maxUses: 3, perCustomer: 1 } }),
  };
}

/** Opens the shop: goods, customers, policies, and everything limited. */
export async function openShop(client: Client): Promise<Readonly<Record<string, PromotionTerms>>> {
  const { dice } = client;
  const promotions = limitedPromotions(dice);
  const asked = [
    ...PIECES.map((sku) => listed(client, sku, 'piece', dice.between(400, 700))),
    listed(client, WEIGHED, 'weight', dice.between(300, 900)),
    ...CUSTOMERS.map((customer) =>
      client.ask(wantedOf(registerCustomer, client.key('register'), { customer, tier: null })),
    ),
    policies(client),
  ];
  await Promise.all(asked);
  await Promise.all(
    Object.entries(promotions).map(async ([promotion, terms]) => {
      await client.ask(wantedOf(draftPromotion(RULES), client.key('draft'), { promotion, terms }));
      await client.ask(wantedOf(publishPromotion, client.key('publish'), { promotion, reason: '试' }));
    }),
  );
  return promotions;
}

async function listed(client: Client, sku: string, soldBy: 'piece' | 'weight', unitPrice: number): Promise<void> {
  const described = { sku, name: sku, soldBy, unitPrice, floorPrice: 200, categories: [], tags: [] };
  await client.ask(wantedOf(describeProduct, client.key('list'), described));
}

async function policies(client: Client): Promise<void> {
  const { dice } = client;
  const policies = {
    returns: dice.pick(['keep-discount', 're-evaluate', 're-quote-actual-weight'] as const),
    negativeRefund: dice.pick(['forbidden', 'debt'] as const),
    afterCancel: dice.pick(['reusable', 'consumed'] as const),
  };
  await client.ask(wantedOf(setShopPolicies, client.key('policies'), { policies, reason: '试' }));
}
