import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { KINDS } from '../../src/domain/pricing/kinds/registry.js';
import type { PromotionTerms } from '../../src/domain/promotion/events.js';
import { promotionsProjection } from '../../src/projections/promotions/promotionsProjection.js';
import { TYPE_NUMBERS } from '../../src/projections/promotions/typeNumbers.js';
import { logOf } from './sampleLog.js';
import { SqliteTrialTables } from './trialTables.js';

let tables: SqliteTrialTables;

beforeAll(() => {
  tables = new SqliteTrialTables();
});

beforeEach(() => tables.views.reset(promotionsProjection));

afterAll(() => tables.close());

async function drafted(terms: Partial<PromotionTerms>): Promise<void> {
  const whole = { name: '活动', kind: 'fixed-amount', benefit: { amountOff: 1 }, scope: { store: true }, ...terms };
  await tables.fold(
    promotionsProjection,
    logOf(['promotion-demo.p1', { type: 'promotion-drafted', data: { terms: whole } }]),
  );
}

/** The rules as their readers see them: `amount 10000 → amount 2000 (gift)`. */
const rules = () =>
  tables
    .table('promotion_rule')
    .map((rule) =>
      `${rule['rule_type']} ${rule['threshold']} → ${rule['discount_type']} ${rule['discount_value']} ${rule['gift_sku_id'] ?? ''}`.trim(),
    );
const goods = () => tables.table('promotion_goods').map(({ sku_id, category, is_main }) => [sku_id, category, is_main]);

describe('the three tables of the brief', () => {
  test.each([
    ['promotion', ['id', 'name', 'type', 'start_time', 'end_time', 'status', 'create_time']],
    ['promotion_rule', ['promotion_id', 'rule_type', 'threshold', 'discount_type', 'discount_value', 'gift_sku_id']],
    ['promotion_goods', ['promotion_id', 'sku_id', 'is_main']],
  ])('%s has its columns', async (table, columns) => {
    expect(await tables.columns(table)).toEqual(expect.arrayContaining(columns));
  });

  test('number the kinds: 1 to 3 as given, ours from 4, no two alike', () => {
    expect(TYPE_NUMBERS).toMatchObject({ 'spend-threshold': 1, percentage: 2, 'buy-x-get-y': 3 });
    expect(KINDS.map(({ kind }) => kind).filter((kind) => TYPE_NUMBERS[kind] === undefined)).toEqual([]);
    expect(new Set(Object.values(TYPE_NUMBERS)).size).toBe(Object.keys(TYPE_NUMBERS).length);
  });

  test('name their promotion by its id', async () => {
    await drafted({ scope: { skus: ['kiwi'] } });
    expect(tables.table('promotion')[0]).toMatchObject({ id: 'p1', shop: 'demo' });
    expect(tables.table('promotion_rule')[0]).toMatchObject({ promotion_id: 'p1', shop: 'demo' });
    expect(tables.table('promotion_goods')[0]).toMatchObject({ promotion_id: 'p1', shop: 'demo' });
  });
});

describe('promotion_rule', () => {
  test.each<[string, Partial<PromotionTerms>, readonly string[]]>([
    [
      'a ladder of amounts',
      {
        kind: 'spend-threshold',
        benefit: {
          ladder: [
            { from: 10_000, amountOff: 2_000 },
            { from: 20_000, amountOff: 5_000 },
          ],
        },
      },
      ['amount 10000 → amount 2000', 'amount 20000 → amount 5000'],
    ],
    [
      'every so much',
      { kind: 'spend-threshold', benefit: { every: 5_000, amountOff: 300 } },
      ['amount 5000 → amount 300'],
    ],
    ['a rate', { kind: 'percentage', benefit: { percentOffBp: 1_500 } }, ['amount 0 → rate 1500']],
    [
      'a rate from an amount',
      { kind: 'percentage', benefit: { percentOffBp: 1_500 }, when: { minAmount: 9_900 } },
      ['amount 9900 → rate 1500'],
    ],
    [
      'a ladder of pieces',
      {
        kind: 'percentage',
        benefit: {
          ladder: [
            { fromQuantity: 2, percentOffBp: 1_000 },
            { fromQuantity: 3, percentOffBp: 2_000 },
          ],
        },
      },
      ['quantity 2 → rate 1000', 'quantity 3 → rate 2000'],
    ],
    ['an nth piece', { kind: 'nth-item', benefit: { nth: 2, percentOffBp: 5_000 } }, ['quantity 2 → rate 5000']],
    [
      'a gift',
      { kind: 'buy-x-get-y', benefit: { buy: { quantity: 2 }, get: { quantity: 1, placement: 'added', sku: 'kiwi' } } },
      ['quantity 2 → gift 1 kiwi'],
    ],
    [
      'a ladder of gifts',
      {
        kind: 'buy-x-get-y',
        benefit: {
          ladder: [
            { buy: 2, get: 1 },
            { buy: 5, get: 3 },
          ],
          placement: 'added',
          sku: 'kiwi',
        },
      },
      ['quantity 2 → gift 1 kiwi', 'quantity 5 → gift 3 kiwi'],
    ],
    [
      'a gift by weight',
      { kind: 'buy-x-get-y', benefit: { buy: { grams: 1_000 }, get: { grams: 250, placement: 'in-basket' } } },
      ['quantity 1000 → gift 250'],
    ],
    ['a price', { kind: 'flash-sale', benefit: { price: 990 } }, ['amount 0 → price 990']],
    [
      'an amount for some pieces',
      { kind: 'fixed-amount', benefit: { amountOff: 100 }, when: { minQuantity: 3 } },
      ['quantity 3 → amount 100'],
    ],
    ['a group', { kind: 'quantity-group', benefit: { groupSize: 3, amountOffEach: 50 } }, ['quantity 3 → amount 50']],
    ['free delivery', { kind: 'free-shipping', benefit: {}, when: { minAmount: 5_900 } }, ['amount 5900 → amount 0']],
  ])('says %s', async (_, terms, expected) => {
    await drafted(terms);
    expect(rules()).toEqual(expected);
  });
});

describe('promotion_goods', () => {
  test.each<[string, Partial<PromotionTerms>, readonly unknown[]]>([
    ['the whole store', { scope: { store: true } }, [['*', null, 1]]],
    [
      'each SKU',
      { scope: { skus: ['kiwi', 'fuji'] } },
      [
        ['kiwi', null, 1],
        ['fuji', null, 1],
      ],
    ],
    ['each category', { scope: { categories: ['apple'] } }, [[null, 'apple', 1]]],
    [
      'an added gift, which is not main',
      {
        kind: 'buy-x-get-y',
        scope: { skus: ['fuji'] },
        benefit: { buy: { quantity: 2 }, get: { quantity: 1, placement: 'added', sku: 'kiwi' } },
      },
      [
        ['fuji', null, 1],
        ['kiwi', null, 0],
      ],
    ],
    [
      'the gift of a ladder',
      {
        kind: 'buy-x-get-y',
        scope: { store: true },
        benefit: { ladder: [{ buy: 2, get: 1 }], placement: 'added', sku: 'kiwi' },
      },
      [
        ['*', null, 1],
        ['kiwi', null, 0],
      ],
    ],
  ])('names %s', async (_, terms, expected) => {
    await drafted(terms);
    expect(goods()).toEqual(expected);
  });
});
