import type { CataloguePromotion } from '../../commands/catalogue/catalogue.js';

const ZONE = 'Asia/Shanghai';

/**
 * What the demo mall offers: the six kinds of the brief, and free delivery. Order as a mall has it: a price of the
 * goods first (秒杀, 会员价), then offers on goods (买赠, 第二件半价), then on the basket (折扣, 满减).
 * Promotions of one group exclude each other, so that one threshold is given and not two.
 */
export const DEMO_PROMOTIONS: readonly CataloguePromotion[] = [
  {
    promotion: 'flash_banana',
    terms: {
      name: '香蕉全天秒杀',
      kind: 'flash-sale',
      benefit: { price: 298, limit: { grams: 5000 } },
      scope: { skus: ['banana'] },
      stacking: { priority: 100 },
    },
    publish: '到港量大，全天引流',
  },
  {
    promotion: 'flash_cherry',
    terms: {
      name: '车厘子整点秒杀',
      kind: 'flash-sale',
      benefit: { price: 4990, limit: { grams: 2500 } },
      scope: { skus: ['cherry_jj'] },
      schedule: {
        recurrence: {
          zone: ZONE,
          hours: [
            { from: '10:00', to: '12:00' },
            { from: '20:00', to: '22:00' },
          ],
        },
      },
      stacking: { priority: 100, exclusive: 'line' },
    },
    publish: '车厘子季每日两场',
  },
  ...memberPrices('durian', 'monthong_durian', '金枕榴莲', { silver: 2790, gold: 2590, diamond: 2390 }),
  {
    promotion: 'apple_5_get_1',
    terms: {
      name: '红富士买5斤送1斤',
      kind: 'buy-x-get-y',
      benefit: { buy: { grams: 2500 }, get: { grams: 500, placement: 'in-basket' }, repeat: true },
      scope: { skus: ['fuji_apple'] },
      stacking: { priority: 60 },
    },
    publish: '产地直采，冲量',
  },
  {
    promotion: 'gift_box_coconut',
    terms: {
      name: '买礼盒送椰青',
      kind: 'buy-x-get-y',
      benefit: {
        buy: { quantity: 1 },
        get: { quantity: 1, placement: 'added', sku: 'young_coconut', unitPrice: 1290 },
      },
      scope: { categories: ['gift_box'] },
      stacking: { priority: 50 },
    },
    publish: '节礼加赠',
  },
  {
    promotion: 'berry_second_half',
    terms: {
      name: '盒装莓果第二件半价',
      kind: 'nth-item',
      benefit: { nth: 2, percentOffBp: 5000 },
      scope: { skus: ['blueberry_box', 'raspberry_box'] },
      stacking: { priority: 60 },
    },
    publish: '莓果节',
  },
  {
    promotion: 'gift_box_90',
    terms: {
      name: '礼盒9折',
      kind: 'percentage',
      benefit: { percentOffBp: 1000 },
      level: 'line',
      scope: { categories: ['gift_box'] },
      stacking: { lane: 20, priority: 40 },
    },
    publish: '年节送礼',
  },
  {
    promotion: 'diamond_95',
    terms: {
      name: '钻石会员全场95折',
      kind: 'percentage',
      benefit: { percentOffBp: 500 },
      scope: { store: true, except: { categories: ['gift_box'] } },
      audience: { tiers: ['diamond'] },
      stacking: { lane: 20, priority: 20 },
      cap: 5000,
    },
    publish: '会员权益',
  },
  {
    promotion: 'citrus_50_8',
    terms: {
      name: '柑橘每满50减8',
      kind: 'spend-threshold',
      benefit: { every: 5000, amountOff: 800, maxRepeats: 3 },
      scope: { categories: ['citrus'] },
      stacking: { priority: 40, group: 'threshold' },
    },
    publish: '柑橘季',
  },
  {
    promotion: 'spend_100_20',
    terms: {
      name: '全场满100减20',
      kind: 'spend-threshold',
      benefit: {
        ladder: [
          { from: 10_000, amountOff: 2000 },
          { from: 20_000, amountOff: 5000 },
        ],
      },
      scope: { store: true, except: { categories: ['gift_box'], tags: ['same_day'] } },
      stacking: { priority: 30, group: 'threshold' },
    },
    publish: '店庆',
  },
  {
    promotion: 'app_first_order',
    terms: {
      name: 'APP新客首单9折',
      kind: 'percentage',
      benefit: { percentOffBp: 1000 },
      scope: { store: true },
      audience: { newCustomer: true },
      channels: ['app', 'mini-program'],
      stacking: { priority: 10, exclusive: 'order' },
      cap: 3000,
    },
    publish: '拉新',
  },
  {
    promotion: 'free_delivery_69',
    terms: {
      name: '满69包邮',
      kind: 'free-shipping',
      benefit: {},
      scope: { store: true },
      when: { minAmount: 6900 },
    },
    publish: '长期权益',
  },
  {
    promotion: 'new_year_300_60',
    terms: {
      name: '年货节满300减60',
      kind: 'spend-threshold',
      benefit: { ladder: [{ from: 30_000, amountOff: 6000 }] },
      scope: { store: true },
      schedule: { from: '2027-01-20T16:00:00.000Z', until: '2027-02-05T16:00:00.000Z' },
      stacking: { priority: 50, group: 'threshold' },
    },
  },
];

/** One price a tier: a member has exactly one tier, so at most one of them is theirs. */
function memberPrices(
  id: string,
  sku: string,
  name: string,
  prices: Readonly<Record<string, number>>,
): CataloguePromotion[] {
  const tiers: Readonly<Record<string, string>> = { silver: '银卡', gold: '金卡', diamond: '钻石' };
  return Object.entries(prices).map(([tier, price]) => ({
    promotion: `member_${id}_${tier}`,
    terms: {
      name: `${tiers[tier]}会员价：${name}`,
      kind: 'member-price',
      benefit: { price },
      scope: { skus: [sku] },
      audience: { tiers: [tier] },
      stacking: { priority: 80 },
    },
    publish: '会员日常价',
  }));
}
